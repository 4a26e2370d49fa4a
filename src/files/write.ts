import { randomBytes } from 'node:crypto';
import { type FileHandle, link, lstat, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Code } from '../problems/codes.ts';
import { InputError } from '../problems/input-error.ts';
import { systemCodeOf } from './system-code.ts';

export interface WriteOptions {
  /** Replaces a file that is there; left out: it is kept and E706 told. */
  readonly overwrite?: boolean;
  /** Permissions of the file, at most what the process allows; left out: its owner alone. */
  readonly mode?: number;
}

/**
 * Writes a file whole or not at all: whoever reads it sees the old bytes or the new ones, also after a power cut.
 *
 * Only the last part of the path may not be a symbolic link; folders on the way may be.
 *
 * @throws InputError. E706: it is there already. E707: it is a symbolic link or no plain file. E708: its folder is
 *   missing or takes no files. E709: writing failed, as on a full disk; what was there before is kept.
 */
export async function writeAtomic(
  file: string,
  bytes: Uint8Array | string,
  options: WriteOptions = {},
): Promise<void> {
  await checkTarget(file, options.overwrite === true);
  const draft = join(dirname(file), `.${basename(file).slice(0, 100)}.${randomBytes(8).toString('hex')}.tmp`);
  let handle: FileHandle;
  try {
    handle = await open(draft, 'wx', 0o600);
  } catch (error) {
    throw faultOf(error, file, 'E708');
  }
  try {
    await fill(handle, Buffer.from(bytes), options.mode);
    await put(draft, file, options.overwrite === true);
  } catch (error) {
    await rm(draft, { force: true });
    throw faultOf(error, file, 'E709');
  }
  await syncFolder(dirname(file));
}

async function checkTarget(file: string, overwrite: boolean): Promise<void> {
  let found: Awaited<ReturnType<typeof lstat>>;
  try {
    found = await lstat(file);
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return;
    throw faultOf(error, file, 'E708');
  }
  if (!found.isFile()) throw new InputError([{ code: 'E707', saw: file }]);
  if (!overwrite) throw new InputError([{ code: 'E706', saw: file }]);
}

async function fill(handle: FileHandle, bytes: Buffer, mode: number | undefined): Promise<void> {
  try {
    let written = 0;
    // One call may write less than it was given.
    while (written < bytes.length) {
      const { bytesWritten } = await handle.write(bytes, written);
      written += bytesWritten;
    }
    // Windows has no modes.
    if (mode !== undefined && process.platform !== 'win32') await handle.chmod(mode & ~process.umask());
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function put(draft: string, file: string, overwrite: boolean): Promise<void> {
  if (overwrite) return rename(draft, file);
  try {
    // Unlike a rename, a link never replaces what somebody else has put there in the meantime.
    await link(draft, file);
  } catch (error) {
    const reason = systemCodeOf(error);
    if (reason === 'EEXIST') throw new InputError([{ code: 'E706', saw: file }]);
    // Some file systems, such as FAT on a USB stick, know no links.
    if (reason !== 'EPERM' && reason !== 'ENOTSUP' && reason !== 'ENOSYS' && reason !== 'EOPNOTSUPP')
      throw error;
    return rename(draft, file);
  }
  await rm(draft);
}

/** Makes the new name last. Where folders cannot be opened (Windows), the system sees to it. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle;
  try {
    handle = await open(folder, 'r');
  } catch {
    return;
  }
  try {
    await handle.sync();
  } catch {
    // The bytes are safe; some network file systems refuse to sync a folder.
  } finally {
    await handle.close();
  }
}

function faultOf(error: unknown, file: string, code: Code): unknown {
  const reason = systemCodeOf(error);
  if (reason === undefined) return error;
  return new InputError([{ code, saw: file, values: { reason } }]);
}
