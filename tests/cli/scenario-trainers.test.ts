import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/workplace.ts';
import { call } from './call.ts';
import { STORY, scenario } from './scenario-call.ts';

const ENDS = ['', '1', '3', 'I need to hear more', '', '1', '2', '2', '', ''];

/** Plays the story through a pipe, and gives the folder of the session. */
async function played(lines: readonly string[] = ENDS, more: readonly string[] = []) {
  const sessions = path.join(temporaryFolder(), 'class');
  const result = await call(scenario('play', STORY, '--plain-stdin', '--sessions', sessions, ...more), {
    stdin: lines.map((line) => `${line}\n`).join(''),
  });
  const [name = ''] = readdirSync(sessions, { withFileTypes: true }).map((entry) => entry.name);
  return { result, sessions, file: path.join(sessions, name), id: name.replace('.session.json', '') };
}

describe('the stories that come with the packs', () => {
  test('are listed with whom they are for, and one is called by its id alone', async () => {
    const { code, stdout } = await call(['scenario', 'list', '--lang', 'en'], { columns: 80 });
    expect(code).toBe(0);
    expect(stdout).toContain('the-brown-envelope: The brown envelope (beginners, 25 minutes)');
    const drawn = await call(['scenario', 'graph', 'the-brown-envelope', '--lang', 'en']);
    expect(drawn).toMatchObject({ code: 0, stderr: '' });
  });

  test('an id that no pack has is told as a file that is not there', async () => {
    const { code, stderr } = await call(scenario('graph', 'no-such-story'));
    expect(code).toBe(66);
    expect(stderr).toContain('E701');
  });

  test('a pack without any says so', async () => {
    expect(await call(scenario('list'))).toMatchObject({ code: 0, stdout: '' });
    const { stdout } = await call(scenario('list', '--json'));
    expect(JSON.parse(stdout)).toEqual({ schema: 'timbang.stories/1', stories: [] });
  });
});

describe('timbang scenario play', () => {
  test('without a terminal says at once that nobody can be asked', async () => {
    expect(await call(scenario('play', STORY))).toMatchObject({ code: 64, stdout: '' });
  });

  test('reads lines from a pipe only when it is told to, and keeps the session for its owner alone', async () => {
    const { result, file } = await played();
    expect(result).toMatchObject({ code: 0, stdout: '' });
    expect(result.stderr).toContain('Where you and timbang part');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('goes on with the latest session of the story, or the one named', async () => {
    const { result, sessions, id } = await played(ENDS.slice(0, 5));
    expect(result.code).toBe(66);
    expect(result.stderr).toContain(`--resume ${id}`);
    for (const named of [[], [id]]) {
      const again = await call(
        scenario('play', STORY, '--plain-stdin', '--sessions', sessions, '--resume', ...named),
        { stdin: '\n' },
      );
      expect(again.stderr).toContain('Stages answered so far: 1.');
    }
  });

  test('an id that names no session is refused (E830), and without one it begins anew', async () => {
    const sessions = temporaryFolder();
    const args = ['--plain-stdin', '--sessions', sessions, '--resume'];
    const named = await call(scenario('play', STORY, ...args, 'nosuchid'));
    expect(named.code).toBe(66);
    expect(named.stderr).toContain('E830');
    const latest = await call(scenario('play', STORY, ...args), { stdin: '' });
    expect(latest.stderr).toContain('There is no session of this story');
  });

  test('with the answers of a session and nobody to ask, the end and the weighing are printed', async () => {
    const { file } = await played();
    const { code, stdout } = await call(scenario('play', STORY, '--no-input', '--answers', file));
    expect(code).toBe(0);
    expect(stdout).toContain('The next day she is in hospital.');
    expect(stdout).toContain('You decided against: Report.');
  });

  test('a session of another story, and a scenario without stages, are refused (E832, E831)', async () => {
    const { file } = await played();
    const folder = temporaryFolder();
    const other = path.join(folder, 'other.yaml');
    writeFileSync(other, readFileSync(STORY, 'utf8').replace('id: a-secret-told', 'id: another'));
    const wrong = await call(scenario('play', other, '--no-input', '--answers', file));
    expect(wrong.code).toBe(65);
    expect(wrong.stderr).toContain('E832');
    const flat = path.join(folder, 'flat.yaml');
    writeFileSync(flat, 'facts: { harm: none }\nschema: timbang.scenario/1\nexpect: { never: [falsify] }\n');
    const none = await call(scenario('play', flat, '--plain-stdin'));
    expect(none.code).toBe(65);
    expect(none.stderr).toContain('E831');
  });
});

describe('timbang scenario test', () => {
  test('takes a session: its path still leads to the end that was reached', async () => {
    const { file } = await played();
    expect(await call(scenario('test', file))).toMatchObject({ code: 0, stderr: '' });
  });

  test('a session whose end has moved fails, and one whose choice is gone is told with its line', async () => {
    const { file } = await played();
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll('end-late', 'end-safe'));
    const moved = await call(scenario('test', file));
    expect(moved.code).toBe(1);
    expect(moved.stdout.replace(/\s+/g, ' ')).toContain('expected end-safe, got end-late');
    writeFileSync(file, text.replace('"news": "wait"', '"news": "gone"'));
    const gone = await call(scenario('test', file));
    expect(gone.code).toBe(65);
    expect(gone.stderr).toMatch(/session\.json:\d+:\d+: E509/);
  });
});

describe('timbang scenario report', () => {
  test.each([
    { name: 'text', args: [], holds: 'Parts     left out: Report (must)' },
    { name: 'a group', args: ['--group'], holds: 'Wait: 1 of 1' },
    { name: 'Markdown', args: ['--format', 'md'], holds: '**Parts**: left out: Report (must)' },
    { name: 'CSV', args: ['--format', 'csv'], holds: ',news,wait,Wait,Leaning this way,0.65,-2,' },
    { name: 'JSON', args: ['--json'], holds: '"schema": "timbang.session-report/1"' },
  ])('$name', async ({ args, holds }) => {
    const { sessions } = await played();
    const { code, stdout } = await call(scenario('report', sessions, STORY, ...args));
    expect(code).toBe(0);
    expect(stdout).toContain(holds);
    expect(stdout).not.toContain('I need to hear more');
  });

  test('the story is found where the session says that it was', async () => {
    const { sessions } = await played();
    expect((await call(scenario('report', sessions))).stdout).toContain('A secret is told');
  });

  test('no session at all is said (E833)', async () => {
    const result = await call(scenario('report', temporaryFolder()));
    expect(result.code).toBe(66);
    expect(result.stderr).toContain('E833');
  });

  test('a session that cannot be read does not stop the others', async () => {
    const { sessions } = await played();
    writeFileSync(path.join(sessions, 'broken.session.json'), '{ "schema": "timbang.session/2" }');
    const { code, stdout, stderr } = await call(scenario('report', sessions, STORY));
    expect(code).toBe(65);
    expect(stderr).toContain('broken.session.json');
    expect(stdout).toContain('Parts');
  });
});

describe('timbang scenario debrief and handout', () => {
  test('the talk is printed with and without sessions', async () => {
    const { sessions } = await played();
    const bare = await call(scenario('debrief', STORY));
    expect(bare.stdout).toContain('REACTIONS');
    const filled = await call(scenario('debrief', STORY, sessions, '--model', 'plus-delta'));
    expect(filled.stdout).toContain('you were fairly sure of "Listen"');
  });

  test('a file is written whole, in the form that its ending says, and nothing is overwritten', async () => {
    const folder = mkdtempSync(path.join(temporaryFolder(), 'out-'));
    const out = path.join(folder, 'sheet.md');
    const first = await call(scenario('handout', STORY, '--out', out));
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(out, 'utf8')).toMatch(/^# A secret is told/);
    expect((await call(scenario('handout', STORY, '--out', out))).code).toBe(73);
  });

  test("the facilitator's copy names the ways of the tests and where they part", async () => {
    const { stdout } = await call(scenario('handout', STORY, '--for', 'facilitator', '--format', 'md'));
    expect(stdout).toContain('**BB**: end b');
    expect(stdout).toContain('left out: Report (must)');
  });
});
