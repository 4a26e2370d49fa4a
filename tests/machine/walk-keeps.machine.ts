import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { openTerminal, type Terminal } from '../support/terminal.ts';
import { temporaryFolder } from '../support/workplace.ts';
import { begin, type Lang, startSmall, WORDS } from './walking.ts';

const SECRET = 'four words of nothing';
const SAID = {
  id: { save: 'Simpan keputusan ini?', twice: 'Sekali lagi', kept: 'Tercatat di penyimpanan: DR-' },
  en: { save: 'Save this decision?', twice: 'Once more', kept: 'Recorded in the store: DR-' },
} as const;

/** From the first question to the page on which the decision is saved: nothing known, all as it is recommended. */
async function toSaving(terminal: Terminal, lang: Lang): Promise<void> {
  for (;;) {
    const screen = terminal.screen();
    if (screen.includes(SAID[lang].save)) return;
    const decide = /(\d) (?:Putuskan|Decide)/.exec(screen)?.[1];
    const number = decide ?? new RegExp(`(\\d+) +${WORDS[lang].unknown}`).exec(screen)?.[1];
    terminal.enter(...(number === undefined ? [] : [number]));
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

test.each(['id', 'en'] as const)(
  'a decision goes into the store, or into a locked file (%s)',
  async (lang) => {
    const home = temporaryFolder();
    const init = ['record', 'init', '--unprotected', '--recovery', path.join(home, 'recovery.txt')];
    expect(await runCli(init, { home })).toMatchObject({ code: 0 });

    const first = await startSmall(lang, [], { home });
    await begin(first, lang, '1');
    await toSaving(first, lang);
    first.enter('1');
    expect(await first.exitCode()).toBe(0);
    expect(first.history()).toContain(SAID[lang].kept);
    const { stdout } = await runCli(['record', 'list', '--json'], { home });
    expect((JSON.parse(stdout) as { records: object[] }).records).toHaveLength(1);

    const second = await startSmall(lang, [], { home, cwd: home });
    await begin(second, lang, '1');
    await toSaving(second, lang);
    second.enter('4');
    await second.waitFor('.age');
    second.enter('locked');
    await second.waitFor('(');
    await new Promise((resolve) => setTimeout(resolve, 500));
    second.enter(SECRET);
    await second.waitFor(SAID[lang].twice);
    second.enter(SECRET);
    expect(await second.exitCode()).toBe(0);
    const file = path.join(home, readdirSync(home).find((name) => name === 'locked.age') ?? 'none');
    expect(readFileSync(file, 'utf8')).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
    expect(second.history()).not.toContain(SECRET);
    // The system's own age opens it.
    const age = openTerminal(['sh', '-c', `age -d '${file}' > '${home}/open.json'`], { home });
    await age.waitFor('passphrase');
    age.enter(SECRET);
    expect(await age.exitCode()).toBe(0);
    expect(JSON.parse(readFileSync(path.join(home, 'open.json'), 'utf8'))).toMatchObject({
      schema: 'timbang.decision/1',
      lang,
    });
  },
);
