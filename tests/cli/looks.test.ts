import { describe, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../support/workplace.ts';
import { type CallOptions, call, examplePack } from './call.ts';

const CASE =
  'topics: [violence-at-home, a-secret]\nfacts: { danger-to-client: serious, learned: from-the-client }\n';
// Box drawing and blocks, braille (spinners), dingbats, and pictures.
const PICTURES = /[\u2500-\u259f\u2600-\u27bf\u2800-\u28ff]|\p{Extended_Pictographic}/u;
const ESCAPE = '\u001b';

/** What `timbang assess` prints of one case, by the pack of the page on the format. */
async function assessed(more: readonly string[], options: CallOptions = {}): Promise<string> {
  const folder = await writeFiles(temporaryFolder(), { 'case.yaml': CASE });
  const pack = await examplePack(folder);
  const { code, stdout } = await call(['assess', `${folder}/case.yaml`, '--pack', pack, ...more], options);
  expect(code).toBe(0);
  return stdout;
}

describe.each(['id', 'en'])('a result in %s', (lang) => {
  test.each([40, 80, 120])('is wrapped at words within %i columns', async (columns) => {
    const text = await assessed(['--lang', lang, '--color=never'], { columns });
    for (const line of text.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(columns);
  });

  test('has no escape in a pipe, on a terminal without colour, or in a file format', async () => {
    expect(await assessed(['--lang', lang])).not.toContain(ESCAPE);
    const env = { NO_COLOR: '1' };
    expect(await assessed(['--lang', lang], { columns: 80, env })).not.toContain(ESCAPE);
    expect(await assessed(['--lang', lang, '--format', 'md', '--color=always'])).not.toContain(ESCAPE);
    expect(await assessed(['--lang', lang, '--format', 'json', '--color=always'])).not.toContain(ESCAPE);
  });

  test('says with colour what it says without', async () => {
    const plain = await assessed(['--lang', lang]);
    const coloured = await assessed(['--lang', lang, '--color=always']);
    expect(coloured).toContain(ESCAPE);
    expect(
      coloured
        .split(ESCAPE)
        .map((part, at) => (at === 0 ? part : part.replace(/^\[[0-9;]*m/, '')))
        .join(''),
    ).toBe(plain);
  });

  test('has words and no pictures in plain mode', async () => {
    expect(await assessed(['--lang', lang, '--plain'])).not.toMatch(PICTURES);
    expect(await assessed(['--lang', lang], { env: { ACCESSIBLE: '1' } })).toBe(
      await assessed(['--lang', lang, '--plain']),
    );
  });
});

test('what a file or a name holds cannot move the cursor', async () => {
  const folder = temporaryFolder();
  const name = `${folder}/a${ESCAPE}[2J.yaml`;
  await writeFiles(folder, { [`a${ESCAPE}[2J.yaml`]: `facts: { "x${ESCAPE}[2J": yes }\n` });
  const pack = await examplePack(folder);
  const told = await call(['assess', name, name, '--pack', pack]);
  expect(told.code).toBe(65);
  expect(told.stderr).not.toContain(ESCAPE);
  const missing = await call(['assess', `${folder}/b${ESCAPE}[2J.yaml`, '--pack', pack]);
  expect(missing.stderr).not.toContain(ESCAPE);
  const unknown = await call([`ases${ESCAPE}[2J`]);
  expect(unknown.stderr).not.toContain(ESCAPE);
});

test.each([
  { columns: 40, most: 40 },
  { columns: undefined, most: Number.POSITIVE_INFINITY },
])(
  'talk is wrapped at words on a terminal ($columns) and left whole in a pipe',
  async ({ columns, most }) => {
    const { stderr } = await call(
      ['drafts', 'list', '--lang', 'en'],
      columns === undefined ? {} : { columns },
    );
    const session = await call(
      ['scenario', 'new', 'a-story.yaml', '--no-input', '--lang', 'en'],
      columns === undefined ? {} : { columns },
    );
    const lines = (stderr + session.stderr).split('\n');
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(most);
    expect(lines.some((line) => line.length > 60)).toBe(columns === undefined);
  },
);
