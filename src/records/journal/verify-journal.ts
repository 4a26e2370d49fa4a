import { apply } from './apply.ts';
import { type Entry, NO_ENTRY } from './entry.ts';
import { type Finding, finding } from './findings.ts';
import { isNamedRight } from './journal.ts';
import { entryIn, isSignedBy, linesIn } from './lines.ts';
import { refusal } from './rules.ts';
import { emptyState, type JournalState } from './state.ts';

/** A journal that was looked at line by line. */
export interface Looked {
  readonly entries: readonly (Entry | undefined)[];
  /** Leaf hashes in hex. */
  readonly leaves: readonly string[];
  /** What the entries that hold say together. */
  readonly state: JournalState;
  readonly findings: readonly Finding[];
  /** Lines whose clock is behind that of the line before: a remark and no fault. */
  readonly clockBack: readonly number[];
}

export interface Looking {
  /** `false`: hashes and rules alone; a change in the last line is then not seen. */
  readonly signatures: boolean;
  readonly progress?: (done: number, of: number) => void;
}

interface Walk {
  readonly entries: readonly (Entry | undefined)[];
  readonly state: JournalState;
  readonly signatures: boolean;
  /** How many lines have each number. */
  readonly seqs: ReadonlyMap<number, number>;
  readonly findings: Finding[];
  readonly clockBack: number[];
  /** Number and link that the next entry has to have. */
  expected: number;
  head: string;
  /** The line before was found to be at fault: that the next one does not link to it says nothing new. */
  faulty: boolean;
  /** Something is missing or was changed: what stands on it says nothing new. */
  lossy: boolean;
  at: string;
}

/**
 * Looks at every line of a journal: that it is an entry, follows on the one before, is signed by the key that it names,
 * and that this key was allowed to write it then.
 *
 * @param bytes taken over
 */
export function lookAtJournal(bytes: Buffer, { signatures, progress }: Looking): Looked {
  const lines = linesIn(bytes);
  const leaves: string[] = [];
  const entries: (Entry | undefined)[] = [];
  for (let at = 0; at < lines.count; at += 1) {
    leaves.push(lines.leaf(at));
    entries.push(entryIn(lines.text(at)));
  }
  const walk: Walk = {
    entries,
    state: emptyState(),
    signatures,
    seqs: countsOf(entries),
    findings: [],
    clockBack: [],
    expected: 0,
    head: NO_ENTRY,
    faulty: false,
    lossy: false,
    at: '',
  };
  const seen = new Set<string>();
  for (const [at, leaf] of leaves.entries()) {
    if (seen.has(leaf)) walk.findings.push(finding('replayed', { line: at + 1 }));
    else step(walk, at, leaf);
    seen.add(leaf);
    if (progress && at % 1000 === 0) progress(at, lines.count);
  }
  if (lines.rest > 0) walk.findings.push(finding('torn', { line: lines.count + 1 }));
  const { state, findings, clockBack } = walk;
  return { entries, leaves, state, findings, clockBack };
}

function step(walk: Walk, at: number, leaf: string): void {
  const entry = walk.entries[at];
  const line = at + 1;
  if (!entry) return isAtFault(walk, finding('unreadable', { line }), { leaf, next: walk.expected + 1 });
  const gone = missingBefore(walk, entry.seq);
  if (gone > 0) {
    walk.findings.push(finding('removed', { line, count: gone }));
    walk.lossy = true;
  }
  const fault = faultOfSignature(walk, entry);
  if (fault)
    return isAtFault(walk, finding(fault, { line }), { leaf, next: Math.max(walk.expected, entry.seq) + 1 });
  if (entry.seq < walk.expected) {
    // What was put in between has a number that is taken; what was moved stands where it does not belong.
    const moved = walk.seqs.get(entry.seq) === 1;
    walk.findings.push(finding(moved ? 'reordered' : 'inserted', { line }));
    return;
  }
  const isNext = entry.seq === walk.expected;
  if (isNext && entry.prev !== walk.head && !walk.faulty)
    walk.findings.push(finding(walk.signatures ? 'exchanged' : 'changed', { line: at }));
  allow(walk, entry, line);
  if (entry.at < walk.at) walk.clockBack.push(line);
  walk.at = entry.at;
  walk.expected = entry.seq + 1;
  walk.head = leaf;
  walk.faulty = false;
}

function isAtFault(walk: Walk, found: Finding, { leaf, next }: { leaf: string; next: number }): void {
  // Without the first entry no key is known, and every line would be told of.
  const isNew = found.kind !== 'unknown-key' || walk.state.store !== '' || !walk.lossy;
  if (isNew) walk.findings.push(found);
  walk.expected = next;
  walk.head = leaf;
  walk.faulty = true;
  walk.lossy = true;
}

/** Entries up to this number that stand nowhere in the journal. */
function missingBefore({ entries, expected, seqs }: Walk, seq: number): number {
  // More than there are lines: no need to look which of them stand elsewhere.
  if (seq - expected > entries.length) return seq - expected;
  let gone = 0;
  for (let at = expected; at < seq; at += 1) if (!seqs.has(at)) gone += 1;
  return gone;
}

function countsOf(entries: readonly (Entry | undefined)[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const entry of entries) if (entry) counts.set(entry.seq, (counts.get(entry.seq) ?? 0) + 1);
  return counts;
}

function faultOfSignature({ state, signatures }: Walk, entry: Entry): 'changed' | 'unknown-key' | undefined {
  if (!signatures) return undefined;
  const card = entry.kind === 'made' ? entry.key : state.keys.get(entry.actor)?.card;
  if (!card) return 'unknown-key';
  return card.id === entry.actor && isSignedBy(entry, card.sign) ? undefined : 'changed';
}

/** What is refused because of an entry that is not there, or was changed. */
const FOLLOWS: ReadonlySet<string> = new Set(['E608', 'E612', 'E617']);

function allow({ state, findings, lossy }: Walk, entry: Entry, line: number): void {
  const code = refusal(state, entry);
  if (lossy && code !== undefined && FOLLOWS.has(code)) return;
  const named = [entry.key, entry.recovery].every((card) => !card || isNamedRight(card));
  if (code === undefined && named) apply(state, entry);
  else findings.push(finding('not-allowed', { line, code: code ?? 'E605' }));
}
