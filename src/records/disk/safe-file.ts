import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { systemCodeOf } from '../../files/system-code.ts';
import type { Code } from '../../problems/codes.ts';
import { InputError } from '../../problems/input-error.ts';

// Windows knows neither: what keeps others out there is the folder of the profile, and that everything is encrypted.
const NO_LINK = constants.O_NOFOLLOW ?? 0;
const NO_WAIT = constants.O_NONBLOCK ?? 0;

/** A problem of one file or folder of a store. */
export function faultOf(code: Code, file: string, error?: unknown): InputError {
  const reason = systemCodeOf(error);
  return new InputError([{ code, saw: file, ...(reason !== undefined && { values: { reason } }) }]);
}

/**
 * Makes a folder that is its owner's alone, or checks that one is.
 *
 * @throws InputError. E615: it is a link, no folder, somebody else's, or open to others. E631: it cannot be made.
 */
export function privateFolder(folder: string): void {
  let found: Stats;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    found = lstatSync(folder);
  } catch (error) {
    throw faultOf('E631', folder, error);
  }
  if (!found.isDirectory() || !isOwn(found) || isOpen(found, 0o077)) throw faultOf('E615', folder);
}

/**
 * Opens a file of the store that is there. Never follows a link, never waits for a pipe.
 *
 * @returns its descriptor, which the caller closes; `undefined`: there is none
 * @throws InputError. E615: it is a link, no plain file, somebody else's, or others may write to it.
 */
export function openSafe(file: string, flags: number): number | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(file, flags | NO_LINK | NO_WAIT, 0o600);
  } catch (error) {
    const reason = systemCodeOf(error);
    if (reason === 'ENOENT' || reason === 'ENOTDIR') return undefined;
    // ELOOP: a link. ENXIO: a pipe that nobody reads. EISDIR: a folder.
    throw faultOf(
      reason === 'ELOOP' || reason === 'ENXIO' || reason === 'EISDIR' ? 'E615' : 'E631',
      file,
      error,
    );
  }
  const found = fstatSync(descriptor);
  // A second name of the same file would let somebody write to it from elsewhere.
  if (found.isFile() && isOwn(found) && !isOpen(found, 0o022) && found.nlink <= 1) return descriptor;
  closeSync(descriptor);
  throw faultOf('E615', file);
}

/** The bytes of a file of the store; `undefined`: there is none. E615 */
export function readSafe(file: string): Buffer | undefined {
  const descriptor = openSafe(file, constants.O_RDONLY);
  if (descriptor === undefined) return undefined;
  try {
    return readFileSync(descriptor);
  } catch (error) {
    throw faultOf('E631', file, error);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes all bytes at the end of what the descriptor writes to: one call may write less than it was given. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(descriptor, bytes, written);
  }
}

/**
 * Writes a new file under a name that nobody has, readable by its owner alone, and sees that its bytes last. Nothing is
 * left of it when that fails.
 *
 * @throws InputError. E609: the disk is full, or writing failed.
 */
export function writeNew(file: string, bytes: Uint8Array): void {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | NO_LINK, 0o600);
    // Whatever the process takes from the mode of new files.
    if (process.platform !== 'win32') fchmodSync(descriptor, 0o600);
    writeAll(descriptor, bytes);
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch (error) {
    if (descriptor !== undefined) {
      closeQuietly(descriptor);
      rmSync(file, { force: true });
    }
    throw faultOf('E609', file, error);
  }
}

/** Writes a file whole or not at all, also over one that is there. E609 */
export function replaceFile(file: string, bytes: Uint8Array): void {
  const draft = path.join(path.dirname(file), `.${randomBytes(8).toString('hex')}.tmp`);
  writeNew(draft, bytes);
  try {
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw faultOf('E609', file, error);
  }
  syncFolder(path.dirname(file));
}

/** Makes names in a folder last. Where folders cannot be opened (Windows), the system sees to it. */
export function syncFolder(folder: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(folder, constants.O_RDONLY);
  } catch (error) {
    if (process.platform === 'win32') return;
    throw faultOf('E610', folder, error);
  }
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (process.platform !== 'win32') throw faultOf('E610', folder, error);
  } finally {
    closeQuietly(descriptor);
  }
}

/** Closes what is of no use any more; that closing failed says nothing then. */
export function closeQuietly(descriptor: number): void {
  try {
    closeSync(descriptor);
  } catch {
    // It was closed already, or the system has told of the fault when it wrote.
  }
}

function isOwn({ uid }: Stats): boolean {
  const own = process.getuid?.();
  return own === undefined || own === uid;
}

function isOpen({ mode }: Stats, bits: number): boolean {
  return process.platform !== 'win32' && (mode & bits) !== 0;
}
