import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { get, type MapNode, type Node, plain } from '../../document/node.ts';
import { openDocument } from '../../document/open.ts';
import { readTextFile } from '../../files/read.ts';
import { writeAtomic } from '../../files/write.ts';
import { wordOf } from '../../pack/read/node.ts';
import { InputError } from '../../problems/input-error.ts';
import type { PlayEvent } from './event.ts';

const SCHEMA = 'timbang.session/1';
const ENDING = '.session.json';

/** What a session says of itself, beside what happened in it. */
export interface SessionHead {
  /** Random: it says nothing of the learner. */
  readonly id: string;
  readonly toolVersion?: string;
  /** `file` as seen from the folder in which it was played. */
  readonly scenario: { readonly id: string; readonly version: string; readonly file: string };
  readonly pack: { readonly id: string; readonly version: string; readonly digest: string };
  readonly lang: string;
}

/** One learner's way through a staged scenario, as it is kept: `timbang.session/1`. */
export interface SessionFile extends SessionHead {
  /** The choice that holds at each stage on the way; a path for `scenario test`. */
  readonly path: Readonly<Record<string, string>>;
  /** Absent: it was not finished. */
  readonly end?: string;
  readonly events: readonly PlayEvent[];
}

/** Where a session is kept. */
export function sessionFileOf(folder: string, id: string): string {
  return path.join(folder, `${id}${ENDING}`);
}

/**
 * Writes a session whole, over what was there of it: mode 600, in a folder of mode 700 that is made if need be. What is
 * on the disk is at any time the whole session up to some event.
 *
 * @throws InputError E707 to E709
 */
export async function writeSession(folder: string, session: SessionFile): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { id, toolVersion, scenario, pack, lang, path: way, end, events } = session;
  const ordered = { schema: SCHEMA, id, toolVersion, scenario, pack, lang, path: way, end, events };
  const text = `${JSON.stringify(ordered, null, 1)}\n`;
  await writeAtomic(sessionFileOf(folder, id), text, { overwrite: true });
}

/** Reads one session that anybody may have written. Throws `InputError`: E7xx, E1xx, E2xx. */
export async function readSession(file: string): Promise<SessionFile> {
  const { value, problems } = openDocument({ file, text: await readTextFile(file), kind: 'session' });
  if (!value) throw new InputError(problems);
  return sessionOf(value);
}

/** A session whose shape is checked. */
export function sessionOf(root: MapNode): SessionFile {
  const read = plain(root) as SessionFile;
  return { ...read, events: read.events.filter(isWhole) };
}

/** Whether a document says that it is a session. */
export function isSession(root: Node | undefined): boolean {
  const schema = root && get(root, 'schema');
  return schema !== undefined && wordOf(schema).startsWith('timbang.session/');
}

/** The sessions of a folder, as file names with their folder, the one written last first; none where it is missing. */
export async function listSessions(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const found = await Promise.all(
    names
      .filter((name) => name.endsWith(ENDING) && !name.startsWith('.'))
      .map(async (name) => {
        const file = path.join(folder, name);
        return { file, touched: (await stat(file)).mtimeMs };
      }),
  );
  return found.sort((one, other) => other.touched - one.touched).map(({ file }) => file);
}

/** An event without one of its parts says nothing; the schema has checked those that are there. */
function isWhole(event: PlayEvent): boolean {
  switch (event.event) {
    case 'shift':
      return event.stage !== undefined && event.value !== undefined;
    case 'choice':
      return event.stage !== undefined && event.option !== undefined;
    case 'confidence':
      return event.stage !== undefined && event.confidence !== undefined;
    case 'reason':
      return event.stage !== undefined && event.reason !== undefined;
    case 'told':
      return event.stage !== undefined;
    case 'lang':
      return event.lang !== undefined;
    case 'ended':
      return event.end !== undefined;
    default:
      return true;
  }
}
