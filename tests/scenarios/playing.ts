import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { openPrompter } from '../../src/ask/open.ts';
import type { Terminal } from '../../src/ask/terminal.ts';
import type { MapNode } from '../../src/document/node.ts';
import { openDocument } from '../../src/document/open.ts';
import { type CompiledPack, compile } from '../../src/engine/assess.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { runPlay } from '../../src/scenarios/play/run-play.ts';
import type { PlayOptions } from '../../src/scenarios/play/session.ts';
import type { SessionFile } from '../../src/scenarios/play/session-file.ts';
import { type Story, storyOf } from '../../src/scenarios/play/story.ts';
import { ROOT, readProject, temporaryFolder } from '../support/workplace.ts';

const FILE = 'tests/support/stories/a-secret-told.yaml';

export interface Opened {
  readonly root: MapNode;
  readonly story: Story;
  readonly compiled: CompiledPack;
}

/** The staged scenario that these tests play, as it stands or changed, with the small pack that weighs it. */
export async function openSecret(change: (text: string) => string = (text) => text): Promise<Opened> {
  const text = change(readProject(FILE));
  const { value: root } = openDocument({ file: FILE, text, kind: 'scenario' });
  const story = root && storyOf(root);
  if (!story) throw new Error(`${FILE} is no staged scenario`);
  const support = path.join(ROOT, 'tests', 'support', 'packs');
  return {
    root,
    story,
    compiled: compile(await loadPack('./sound', { project: support, shipped: support })),
  };
}

export interface Script {
  readonly opened: Opened;
  /** Typed lines, one per prompt; input ends after the last. */
  readonly lines: readonly string[];
  readonly options?: Partial<PlayOptions>;
  /** Folder of the sessions; `null`: nothing is kept. */
  readonly sessions?: string | null;
  /** Called with all that was written so far, each time something is. */
  readonly watch?: (chunk: string) => void;
}

export interface Played {
  readonly code: number;
  readonly said: string;
  readonly told: readonly string[];
  readonly sessions: string;
  readonly session: () => SessionFile;
}

/** Plays a story in plain text, in this process: lines in, words out, the session in a folder of its own. */
export async function playStory({ opened, lines, options, sessions, watch }: Script): Promise<Played> {
  const folder = sessions ?? path.join(temporaryFolder(), 'state', 'sessions');
  const input = new PassThrough();
  let said = '';
  const output = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      said += chunk;
      watch?.(chunk);
      done();
    },
  });
  input.end(lines.map((line) => `${line}\n`).join(''));
  const terminal: Terminal = { input, output, level: 0, clears: false, onInterrupt: () => () => {} };
  const told: string[] = [];
  const lang = options?.lang ?? 'en';
  const code = await runPlay(
    {
      prompter: () => openPrompter(terminal, { plain: true, lang }),
      tell: (line) => void told.push(line),
      today: () => '2026-11-25',
      toolVersion: '0.0.0',
      shown: (file) => path.basename(file),
      ...(sessions !== null && { sessions: folder }),
    },
    { ...opened, file: FILE, lang, plain: true, ...options },
  );
  return { code, said, told, sessions: folder, session: () => onlySession(folder) };
}

/** The one session of a folder, as it is on the disk. */
export function onlySession(folder: string): SessionFile {
  const [name = 'none'] = existsSync(folder) ? readdirSync(folder).filter((one) => !one.startsWith('.')) : [];
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as SessionFile;
}
