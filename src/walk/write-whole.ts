import { randomBytes } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** What came of writing a file: written whole, or why not. */
export type Written = 'written' | 'exists' | 'no-folder' | 'no-rights' | 'unusable';

/**
 * Writes a file at once: it is there whole or not at all, with mode 600.
 *
 * @param replace without it a file that is there stays as it is
 */
export async function writeWhole(
  file: string,
  text: string,
  { replace }: { readonly replace: boolean },
): Promise<Written> {
  const draft = path.join(path.dirname(file), `.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (replace) await rename(draft, file);
    // A link never replaces what is there, not even what came there a moment ago.
    else await link(draft, file);
    return 'written';
  } catch (error) {
    return reasonOf(error as NodeJS.ErrnoException);
  } finally {
    await rm(draft, { force: true }).catch(() => {});
  }
}

function reasonOf({ code }: NodeJS.ErrnoException): Written {
  if (code === 'EEXIST') return 'exists';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'no-folder';
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'no-rights' : 'unusable';
}
