import { describe, expect, test } from 'vitest';
import { colourLevel } from '../../src/cli/colour.ts';
import type { Globals } from '../../src/cli/globals.ts';
import { chooseLanguage } from '../../src/cli/language.ts';
import { temporaryFolder, writeFiles } from '../support/workplace.ts';
import { call } from './call.ts';

interface Explained {
  readonly settings: readonly { readonly key: string; readonly value: unknown; readonly from: string }[];
}

async function explained(
  args: readonly string[],
  files: Record<string, string>,
  env: Record<string, string> = {},
) {
  const cwd = await writeFiles(temporaryFolder(), files);
  const { stdout } = await call([...args, 'config', 'explain', '--json'], { cwd, env });
  const { settings } = JSON.parse(stdout) as Explained;
  return Object.fromEntries(settings.map(({ key, value, from }) => [key, `${String(value)} (${from})`]));
}

const USER = '.config/timbang/config.yaml';

describe('settings come from the strongest place that names them', () => {
  test('defaults', async () => {
    expect(await explained([], {})).toMatchObject({
      lang: 'id (default)',
      pack: 'indonesia (default)',
      accessible: 'false (default)',
    });
  });

  test('user, project, environment, option, in this order', async () => {
    const user = { [USER]: 'lang: en\npack: base\naccessible: yes\n' };
    expect(await explained([], user)).toMatchObject({
      lang: 'en (user)',
      pack: 'base (user)',
      accessible: 'true (user)',
    });
    const project = { ...user, 'timbang.yaml': 'lang: id\npack: ours\npacks:\n  ours: ./ours\n' };
    expect(await explained([], project)).toMatchObject({
      lang: 'id (project)',
      pack: 'ours (project)',
      packs: 'ours (project)',
    });
    expect(await explained([], project, { TIMBANG_LANG: 'en' })).toMatchObject({ lang: 'en (environment)' });
    const args = ['--lang', 'id', '--pack', 'theirs'];
    expect(await explained(args, project, { TIMBANG_LANG: 'en' })).toMatchObject({
      lang: 'id (flag)',
      pack: 'theirs (flag)',
    });
  });

  test.each([
    { name: 'a key that is not known', text: 'lnag: id', code: 'E852', says: 'lang' },
    { name: 'a language that is not spoken', text: 'lang: fr', code: 'E853', says: 'en' },
    { name: 'a yes or no that is neither', text: 'accessible: sometimes', code: 'E853', says: 'yes' },
    { name: 'packs without folders', text: 'packs: [ours]', code: 'E853', says: 'packs' },
    { name: 'no keys at all', text: '- lang', code: 'E854', says: 'lang' },
  ])('$name in a configuration ends with 78', async ({ text, code, says }) => {
    const cwd = await writeFiles(temporaryFolder(), { 'timbang.yaml': text });
    const result = await call(['rules', 'list'], { cwd });
    expect(result.code).toBe(78);
    expect(result.stderr).toContain(code);
    expect(result.stderr).toContain(says);
    expect((await call(['config', 'paths'], { cwd })).code).toBe(0);
  });

  test('a TIMBANG_LANG that names no language of ours ends with 78', async () => {
    const result = await call(['rules', 'list'], { env: { TIMBANG_LANG: 'fr' } });
    expect(result.code).toBe(78);
    expect(result.stderr).toContain('E851');
  });

  test('options of every command stand before or after its name', async () => {
    const before = await call(['--lang', 'en', 'now', '--help']);
    expect(await call(['now', '--lang', 'en', '--help'])).toEqual(before);
    expect(await call(['now', '--help', '--lang=en'])).toEqual(before);
  });

  test('config paths names the folder of drafts, under the state folder', async () => {
    const cwd = temporaryFolder();
    const { stdout } = await call(['config', 'paths', '--drafts'], { cwd });
    expect(stdout).toBe(`${cwd}/.local/state/timbang/drafts\n`);
  });
});

test.each([
  { env: { LC_ALL: 'en_US.UTF-8', LANG: 'id_ID' }, lang: 'en', from: 'locale' },
  { env: { LC_MESSAGES: 'id_ID.UTF-8', LANG: 'en_US' }, lang: 'id', from: 'locale' },
  { env: { LANG: 'en_GB' }, lang: 'en', from: 'locale' },
  { env: { LANG: 'fr_FR.UTF-8' }, lang: 'id', from: 'default' },
  { env: { LC_ALL: 'C.UTF-8' }, lang: 'id', from: 'default' },
  { env: {}, lang: 'id', from: 'default' },
])('the language of $env is $lang', ({ env, lang, from }) => {
  expect(chooseLanguage({ flag: undefined, env, config: undefined })).toMatchObject({
    lang,
    from,
    problems: [],
  });
});

interface Colour {
  readonly name: string;
  readonly globals?: Globals;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
  readonly level: number;
}

test.each<Colour>([
  { name: 'a terminal', terminal: true, level: 1 },
  { name: 'a pipe', level: 0 },
  { name: 'NO_COLOR', terminal: true, env: { NO_COLOR: '1' }, level: 0 },
  { name: 'an empty NO_COLOR, which says nothing', terminal: true, env: { NO_COLOR: '' }, level: 1 },
  { name: 'FORCE_COLOR on a pipe', env: { FORCE_COLOR: '1' }, level: 1 },
  { name: 'FORCE_COLOR=0', terminal: true, env: { FORCE_COLOR: '0' }, level: 0 },
  { name: 'a dumb terminal', terminal: true, env: { TERM: 'dumb' }, level: 0 },
  { name: '--plain', terminal: true, globals: { plain: true }, level: 0 },
  { name: '--no-color', terminal: true, globals: { color: false }, env: { FORCE_COLOR: '1' }, level: 0 },
  { name: '--color=always on a pipe', globals: { color: 'always' }, env: { NO_COLOR: '1' }, level: 1 },
  { name: '--color=never', terminal: true, globals: { color: 'never' }, level: 0 },
])('colour: $name', ({ globals = {}, env = {}, terminal = false, level }) => {
  expect(colourLevel({ isTTY: terminal }, globals, env)).toBe(level);
});

test('colour only repeats what words say', async () => {
  const plain = await call(['now', '--color=never']);
  const coloured = await call(['now', '--color=always']);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  expect(coloured.stdout.replaceAll(/\u001b\[[0-9;]*m/g, '')).toBe(plain.stdout);
});
