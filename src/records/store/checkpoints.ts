import { faultOf, readSafe } from '../disk/safe-file.ts';
import { linesIn } from '../journal/lines.ts';
import type { Identity } from '../keys/identity.ts';
import { checkpointIn, checkpointText } from '../proof/checkpoint.ts';
import { type Hash, rootOfHex } from '../proof/merkle.ts';
import { keyHashOf, type NoteSignature, readNote, writeNote } from '../proof/note.ts';
import { commit } from './commit.ts';
import type { Store } from './store.ts';

/** The name of a store in its checkpoints. */
export function originOf(store: string): string {
  return `timbang.local/${store}`;
}

/** A checkpoint with what it says. */
export interface MadeCheckpoint {
  readonly text: string;
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/**
 * Makes a checkpoint over all entries so far, signs it, and notes in the journal that it was made. It is worth something
 * once it is kept where whoever can write to the store cannot reach it.
 */
export async function makeCheckpoint(store: Store): Promise<MadeCheckpoint> {
  const { size, root } = await commit(store, () => {
    const { entries } = store.journal;
    const hash = rootOfHex(leavesOf(store, entries)).toString('hex');
    return { draft: { kind: 'checkpointed', size: entries, root: hash } };
  });
  const head = {
    origin: originOf(store.journal.state.store),
    size: size ?? 0,
    root: Buffer.from(root ?? '', 'hex'),
  };
  const text = checkpointText(head);
  const signatures = [signatureOf(store.identity, head.origin, text)];
  return { ...head, text: writeNote({ text, signatures }) };
}

/**
 * Adds a signature of one's own to a checkpoint that somebody else has made, once the store was seen to go on from it.
 *
 * @returns the checkpoint with both; `undefined`: the store does not go on from it
 * @throws InputError. E619: it is no checkpoint.
 */
export function countersign(
  store: Store,
  { file, text }: { file: string; text: string },
): string | undefined {
  const note = readNote(text.replaceAll('\r\n', '\n'));
  const checkpoint = note && checkpointIn(note.text);
  if (!checkpoint) throw faultOf('E619', file);
  const { identity, journal } = store;
  const { origin, size, root } = checkpoint;
  if (origin !== originOf(journal.state.store) || size > journal.entries) return undefined;
  if (!rootOfHex(leavesOf(store, size)).equals(root)) return undefined;
  const own = signatureOf(identity, origin, note.text);
  const others = note.signatures.filter(({ keyHash }) => !keyHash.equals(own.keyHash));
  return writeNote({ text: note.text, signatures: [...others, own] });
}

function signatureOf({ signing }: Identity, name: string, text: string): NoteSignature {
  const { publicKey, sign } = signing;
  return { name, keyHash: keyHashOf(name, publicKey), signature: sign(Buffer.from(text)) };
}

function leavesOf({ layout }: Store, count: number): string[] {
  const lines = linesIn(readSafe(layout.journal) ?? Buffer.alloc(0));
  return Array.from({ length: Math.min(count, lines.count) }, (_, at) => lines.leaf(at));
}
