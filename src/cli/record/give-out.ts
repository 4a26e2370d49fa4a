import { createHash } from 'node:crypto';
import { writeAtomic } from '../../files/write.ts';
import { InputError } from '../../problems/input-error.ts';
import type { EntryDraft } from '../../records/journal/entry.ts';
import { noteEntry } from '../../records/store/keep.ts';
import type { Store } from '../../records/store/store.ts';
import { clean } from '../../render/spans.ts';
import type { Shell } from '../shell.ts';

/**
 * Writes a copy into a file, or through a pipe, once the journal says that it is given out, with the hash of its bytes.
 * E822: bytes would go to a screen. E706: the file is there already; then nothing was given out and nothing is noted.
 */
export async function giveOut(
  { shell, store, out }: { readonly shell: Shell; readonly store: Store; readonly out: string | undefined },
  bytes: Uint8Array,
  draft: EntryDraft,
): Promise<void> {
  const binary = draft.format === 'pdf' || draft.format === 'docx';
  if (out === undefined && binary && shell.host.stdout.isTTY)
    throw new InputError([{ code: 'E822', saw: draft.format ?? '' }]);
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (out !== undefined) await writeAtomic(out, bytes);
  await noteEntry(store, { ...draft, digest });
  if (out === undefined) return void shell.host.stdout.write(bytes);
  shell.tell(shell.say('export.written', { file: clean(out), digest: digest.slice(0, 16) }));
}
