import path from 'node:path';
import { faultOf, readSafe } from '../disk/safe-file.ts';
import { type Finding, finding } from '../journal/findings.ts';
import type { JournalState } from '../journal/state.ts';
import { type Looking, lookAtJournal } from '../journal/verify-journal.ts';
import { isSigned } from '../keys/signing.ts';
import { type Checkpoint, checkpointIn } from '../proof/checkpoint.ts';
import { type Hash, rootOfHex } from '../proof/merkle.ts';
import { keyHashOf, readNote } from '../proof/note.ts';
import { originOf } from './checkpoints.ts';
import { type Layout, layoutOf, pieceName, pieceOfName } from './layout.ts';
import { hexOf } from './pieces.ts';
import { namesIn } from './settle.ts';

export interface Verifying extends Looking {
  readonly folder: string;
  /** The text of a checkpoint that was kept elsewhere, and how its file is called. */
  readonly against?: { readonly file: string; readonly text: string };
}

/** What was looked at, and what was found. Nothing found: it holds together. */
export interface Verified {
  readonly origin: string;
  readonly entries: number;
  readonly root: Hash;
  readonly files: number;
  readonly signatures: boolean;
  readonly findings: readonly Finding[];
  readonly clockBack: readonly number[];
  /** Pieces that a writer has begun and not ended: the next one does. */
  readonly unfinished: number;
  readonly against: Checkpoint | null;
  /** What the entries that hold say together. */
  readonly state: JournalState;
}

/**
 * Verifies a store: every line of its journal, every file, and that it goes on from a checkpoint. Needs no key.
 *
 * What was cut off the end, or a whole store put in the place of another, only a checkpoint kept elsewhere can show.
 *
 * @throws InputError. E601: there is no store. E615. E619: the checkpoint is none.
 */
export function verifyStore({ folder, against, ...looking }: Verifying): Verified {
  const layout = layoutOf(folder);
  const bytes = readSafe(layout.journal);
  if (!bytes) throw faultOf('E601', folder);
  const { entries, leaves, state, findings, clockBack } = lookAtJournal(bytes, looking);
  const files = lookAtFiles(layout, state);
  const checked = against && lookAtCheckpoint(against, state, leaves);
  return {
    origin: originOf(state.store),
    entries: entries.length,
    root: rootOfHex(leaves),
    files: files.count,
    signatures: looking.signatures,
    findings: [...findings, ...files.findings, ...(checked?.findings ?? [])],
    clockBack,
    unfinished: namesIn(layout.drafts).length,
    against: checked?.checkpoint ?? null,
    state,
  };
}

function lookAtFiles(layout: Layout, state: JournalState) {
  const findings: Finding[] = [];
  const known = new Map<string, string>();
  for (const { id, pieces } of state.trails.values()) {
    for (const { number, cipher } of pieces) known.set(pieceName(id, number), cipher);
  }
  const waiting = waitingIn(layout);
  for (const [file, cipher] of known) {
    const bytes = readSafe(path.join(layout.records, file));
    if (waiting.has(cipher)) continue;
    if (!bytes) findings.push(finding('file-missing', { file }));
    else if (hexOf(bytes) !== cipher) findings.push(finding('file-changed', { file }));
  }
  for (const file of namesIn(layout.records)) {
    if (!known.has(file)) findings.push(finding('file-stray', { file }));
  }
  return { findings, count: known.size };
}

/** Hashes of pieces that have been journaled and wait for their place. */
function waitingIn({ drafts }: Layout): ReadonlySet<string> {
  return new Set(
    namesIn(drafts)
      .filter((name) => pieceOfName(name))
      .map((name) => hexOf(readSafe(path.join(drafts, name)) ?? Buffer.alloc(0))),
  );
}

function lookAtCheckpoint(
  { file, text }: NonNullable<Verifying['against']>,
  state: JournalState,
  leaves: readonly string[],
): { readonly checkpoint: Checkpoint; readonly findings: readonly Finding[] } {
  const note = readNote(text.replaceAll('\r\n', '\n'));
  const checkpoint = note && checkpointIn(note.text);
  if (!checkpoint) throw faultOf('E619', file);
  const { origin, size, root } = checkpoint;
  if (origin !== originOf(state.store)) return { checkpoint, findings: [finding('other-store')] };
  const findings: Finding[] = [];
  const keys = [...state.keys.values()].map(({ card }) => Buffer.from(card.sign, 'base64'));
  const signed = note.signatures.some(({ name, keyHash, signature }) =>
    keys.some(
      (key) => keyHashOf(name, key).equals(keyHash) && isSigned(Buffer.from(note.text), signature, key),
    ),
  );
  if (!signed) findings.push(finding('checkpoint-unsigned'));
  if (size > leaves.length)
    findings.push(finding('cut', { line: leaves.length + 1, count: size - leaves.length }));
  else if (!rootOfHex(leaves.slice(0, size)).equals(root))
    findings.push(finding('other-history', { count: size }));
  return { checkpoint, findings };
}
