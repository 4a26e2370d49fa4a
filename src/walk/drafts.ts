import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { WalkEvent } from './fold/event.ts';

const SCHEMA = 'timbang.draft/1';
const DAY = 86_400_000;
/** Days after which a draft is removed when drafts are next looked at. */
export const DRAFT_DAYS = 7;
/** A draft is a few hundred short lines; more than this is none of ours. */
const MOST_BYTES = 4_000_000;

/** The first line of a draft. */
export interface DraftHead {
  readonly schema: typeof SCHEMA;
  readonly id: string;
  readonly pack: string;
  readonly version: string;
  readonly digest: string;
  readonly lang: string;
  readonly begun: string;
}

export interface Draft {
  readonly head: DraftHead;
  readonly events: readonly WalkEvent[];
  /** When the last answer was kept. */
  readonly touched: Date;
}

/** A draft that is being written: each event is on the disk before the next question is asked. */
export interface DraftLog {
  readonly id: string;
  /** Whether anything is on the disk. */
  readonly kept: () => boolean;
  readonly append: (event: WalkEvent) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/**
 * Begins a draft. Nothing is on the disk until the first event; the folder is made with mode 700, the file with 600.
 *
 * @param folder the drafts in the state folder
 * @param given what was known before the first answer; kept with it, so that the draft is whole by itself
 */
export function beginDraft(
  folder: string,
  head: Omit<DraftHead, 'schema'>,
  given: readonly WalkEvent[] = [],
): DraftLog {
  const file = fileOf(folder, head.id);
  let begun = false;
  return {
    id: head.id,
    kept: () => begun,
    async append(event) {
      if (!begun) await mkdir(folder, { recursive: true, mode: 0o700 });
      const lines = begun ? [event] : [{ schema: SCHEMA, ...head }, ...given, event];
      await appendLines(file, lines, begun ? 'a' : 'ax');
      begun = true;
    },
    remove: () => rm(file, { force: true }),
  };
}

/** Goes on writing a draft that is there. A last line torn by a crash is cut off first. */
export async function continueDraft(folder: string, id: string): Promise<DraftLog> {
  const file = fileOf(folder, id);
  const text = await readFile(file, 'utf8');
  const whole = text.lastIndexOf('\n') + 1;
  if (whole < text.length) {
    const handle = await open(file, 'r+');
    await handle.truncate(Buffer.byteLength(text.slice(0, whole)));
    await handle.close();
  }
  return {
    id,
    kept: () => true,
    append: (event) => appendLines(file, [event], 'a'),
    remove: () => rm(file, { force: true }),
  };
}

/** The drafts that are there, the latest first; those older than `DRAFT_DAYS` are removed on the way. */
export async function listDrafts(folder: string, now: Date): Promise<Draft[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const drafts: Draft[] = [];
  for (const name of names.filter((one) => isDraftFile(one))) {
    const draft = await readDraft(folder, name.replace('.jsonl', ''));
    if (!draft) continue;
    if (now.getTime() - draft.touched.getTime() > DRAFT_DAYS * DAY)
      await rm(path.join(folder, name), { force: true });
    else drafts.push(draft);
  }
  return drafts.sort((first, second) => second.touched.getTime() - first.touched.getTime());
}

/** One draft, or `undefined` where none of this id can be read. A torn last line is left out. */
export async function readDraft(folder: string, id: string): Promise<Draft | undefined> {
  // An id never leads out of the folder.
  if (!isDraftFile(`${id}.jsonl`)) return undefined;
  const file = fileOf(folder, id);
  try {
    const { mtime, size } = await stat(file);
    if (size > MOST_BYTES) return undefined;
    const lines = (await readFile(file, 'utf8')).split('\n');
    // What follows the last line break was never finished.
    lines.pop();
    const [head, ...events] = lines.map((line) => JSON.parse(line) as unknown);
    if (!isHead(head)) return undefined;
    return { head, events: events as WalkEvent[], touched: mtime };
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Removes drafts: one, or all of them. @returns the ids of those removed */
export async function wipeDrafts(folder: string, now: Date, id?: string): Promise<string[]> {
  const drafts = await listDrafts(folder, now);
  const removed = drafts.map(({ head }) => head.id).filter((one) => id === undefined || one === id);
  for (const one of removed) await rm(fileOf(folder, one), { force: true });
  return removed;
}

async function appendLines(file: string, values: readonly object[], flags: 'a' | 'ax'): Promise<void> {
  const handle = await open(file, flags, 0o600);
  try {
    await handle.appendFile(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function fileOf(folder: string, id: string): string {
  return path.join(folder, `${id}.jsonl`);
}

function isDraftFile(name: string): boolean {
  return /^[a-z0-9]{8}\.jsonl$/.test(name);
}

function isHead(value: unknown): value is DraftHead {
  return typeof value === 'object' && value !== null && (value as { schema?: unknown }).schema === SCHEMA;
}
