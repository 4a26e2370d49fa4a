import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { readProject, temporaryFolder } from '../support/workplace.ts';

/** One step of the page: commands with what they print, or lines of the file that are changed. */
type Step =
  | { readonly kind: 'console'; readonly lines: readonly string[]; readonly typed: string | undefined }
  | { readonly kind: 'diff'; readonly lines: readonly string[] };

function stepsOf(page: string): Step[] {
  const blocks = readProject(page).matchAll(
    /(?:<!-- typed: (.*?) ?-->\n)?```(console|diff)\n([\s\S]*?)\n```/g,
  );
  return [...blocks].map(([, typed, kind, text = '']) => {
    const lines = text.split('\n');
    return kind === 'diff' ? { kind, lines } : { kind: 'console', lines, typed };
  });
}

/** Each command of a block with the lines that it prints. */
function callsIn(lines: readonly string[]): { command: string; printed: string[] }[] {
  const calls: { command: string; printed: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('$ timbang ')) calls.push({ command: line.slice('$ timbang '.length), printed: [] });
    else calls.at(-1)?.printed.push(line);
  }
  return calls;
}

/** Puts the lines with `+` in the place of those with `-` before them, which have to be there. */
function edit(file: string, lines: readonly string[]): void {
  let text = readFileSync(file, 'utf8');
  const hunks = `${lines.join('\n')}\n`.matchAll(/((?:-.*\n)+)((?:\+.*\n)+)/g);
  for (const [, out = '', into = ''] of hunks) {
    const [from, to] = [out, into].map((part) => part.replaceAll(/^[-+]/gm, '').trimEnd());
    expect(text).toContain(from);
    // What the test of the page spoils is the last of its kind.
    const at = text.lastIndexOf(from ?? '');
    text = text.slice(0, at) + to + text.slice(at + (from ?? '').length);
  }
  writeFileSync(file, text);
}

/** Fails unless every line of the page is printed, in its order; `...` stands for any others. */
function expectPrinted(said: string, printed: readonly string[]): void {
  const lines = said.split('\n').map((line) => line.trimEnd());
  let from = 0;
  for (const line of printed.filter((one) => one !== '...' && one !== '')) {
    const at = lines.indexOf(line, from);
    expect(lines.slice(from), `after ${printed[printed.indexOf(line) - 1] ?? 'the beginning'}`).toContain(
      line,
    );
    from = at + 1;
  }
}

describe.each([
  { page: 'docs/your-first-scenario.md', lang: 'en', file: 'the-photo.yaml' },
  { page: 'docs/id/skenario-pertama-anda.md', lang: 'id', file: 'foto.yaml' },
])('$page', ({ page, lang, file }) => {
  test('every command does what the page says', { timeout: 240_000 }, async () => {
    const cwd = temporaryFolder();
    for (const step of stepsOf(page)) {
      if (step.kind === 'diff') {
        edit(path.join(cwd, file), step.lines);
        continue;
      }
      for (const { command, printed } of callsIn(step.lines)) {
        const typed = step.typed?.split('|').map((line) => `${line.trim()}\n`);
        const args = [...command.split(' '), '--lang', lang, ...(typed ? ['--plain-stdin'] : [])];
        const { code, stdout, stderr } = await runCli(args, {
          cwd,
          timeout: 60_000,
          ...(typed && { stdin: typed.join('') }),
        });
        expect([0, 1], `${command}\n${stderr}`).toContain(code);
        expectPrinted(`${stderr}\n${stdout}`, printed);
      }
    }
  });
});
