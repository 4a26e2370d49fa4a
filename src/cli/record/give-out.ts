import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { writeAtomic } from '../../files/write.ts';
import type { RecordId } from '../../model/record.ts';
import { InputError } from '../../problems/input-error.ts';
import type { EntryDraft } from '../../records/journal/entry.ts';
import { noteEntry } from '../../records/store/keep.ts';
import type { Store } from '../../records/store/store.ts';
import { clean } from '../../render/spans.ts';
import type { Shell } from '../shell.ts';
import { progressOf } from './progress.ts';

interface Giving {
  readonly shell: Shell;
  readonly store: Store;
  readonly out: string | undefined;
  /** The records that the copy is of; each gets an entry of its own. */
  readonly of: readonly RecordId[];
}

/** Says before anything is asked or read that a file is there already. E706 */
export function checkFree(out: string | undefined): void {
  if (out !== undefined && existsSync(out)) throw new InputError([{ code: 'E706', saw: out }]);
}

/**
 * Writes a copy into a file, or through a pipe, with the hash of its bytes in the journal. What the journal cannot say is
 * not given out.
 *
 * E822: bytes would go to a screen. E706: the file is there already; then nothing was given out and nothing is noted.
 */
export async function giveOut(
  { shell, store, out, of }: Giving,
  bytes: Uint8Array,
  draft: EntryDraft,
): Promise<void> {
  const binary = draft.format === 'pdf' || draft.format === 'docx';
  if (out === undefined && binary && shell.host.stdout.isTTY)
    throw new InputError([{ code: 'E822', saw: draft.format ?? '' }]);
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (out !== undefined) await writeAtomic(out, bytes);
  try {
    const progress = progressOf(shell);
    for (const [at, record] of of.entries()) {
      await noteEntry(store, { ...draft, record, digest });
      progress(at + 1, of.length);
    }
  } catch (error) {
    if (out !== undefined) await rm(out, { force: true });
    throw error;
  }
  if (out === undefined) return void shell.host.stdout.write(bytes);
  shell.tell(shell.say('export.written', { file: clean(out), digest: digest.slice(0, 16) }));
}
