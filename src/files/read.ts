import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Code } from '../problems/codes.ts';
import { InputError } from '../problems/input-error.ts';
import { systemCodeOf } from './system-code.ts';

/** The longest text that is read, in bytes; far more than anybody writes by hand. */
export const LARGEST = 2 * 1024 * 1024;

/**
 * Reads a text file that anybody may have written, or what comes out of a pipe that is named like one.
 *
 * @returns the text; a byte order mark is left in place
 * @throws InputError that names the file and no place in it. E701: it is missing. E702: it cannot be read. E703: it is
 *   a folder. E704: it is longer than `LARGEST`. E705: its bytes are no UTF-8 text.
 */
export async function readTextFile(file: string): Promise<string> {
  try {
    const small = plainFile(file);
    if (small) return textOf(file, small);
    const handle = await open(file, 'r');
    try {
      if ((await handle.stat()).isDirectory()) throw fault('E703', file);
      return textOf(file, await firstBytes(file, handle.createReadStream({ autoClose: false })));
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(file, error);
  }
}

/** A plain file up to this size is read in one go, which costs a tenth of reading it as a stream; in bytes. */
const SMALL = 64 * 1024;

/** Where it is read to; its bytes are made a text before anything else is read. */
let scratch: Buffer | undefined;

/** The bytes of a small plain file; `undefined` for anything else, which may never end or keep its reader waiting. */
function plainFile(file: string): Buffer | undefined {
  // Without this flag, opening a pipe waits for somebody who writes.
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const about = fstatSync(handle);
    if (!about.isFile() || about.size > SMALL) return undefined;
    scratch ??= Buffer.allocUnsafe(SMALL + 1);
    const bytes = scratch;
    const length = readSync(handle, bytes, 0, bytes.length, 0);
    // A file can grow while it is read.
    return length > SMALL || length < about.size ? undefined : bytes.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}

/**
 * Reads a stream to its end, such as standard input.
 *
 * @param shown how it is called in problems
 * @throws InputError. E704, as soon as there is too much of it; E705
 */
export async function readTextStream(
  stream: AsyncIterable<Uint8Array | string>,
  shown = '-',
): Promise<string> {
  return textOf(shown, await firstBytes(shown, stream));
}

async function firstBytes(file: string, stream: AsyncIterable<Uint8Array | string>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > LARGEST) throw fault('E704', file, { limit: LARGEST / 1024 / 1024 });
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function textOf(file: string, bytes: Buffer): string {
  // A NUL is valid UTF-8 and never part of a text: the file is a picture, a document or UTF-16.
  if (bytes.includes(0)) throw fault('E705', file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw fault('E705', file);
  }
}

function unreadable(file: string, error: unknown): unknown {
  const reason = systemCodeOf(error);
  if (reason === undefined) return error;
  if (reason === 'ENOENT' || reason === 'ENOTDIR') return fault('E701', file);
  if (reason === 'EISDIR') return fault('E703', file);
  return fault('E702', file, { reason });
}

function fault(code: Code, file: string, values?: Readonly<Record<string, string | number>>): InputError {
  return new InputError([{ code, saw: file, ...(values && { values }) }]);
}
