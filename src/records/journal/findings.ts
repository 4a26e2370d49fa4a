import type { Code } from '../../problems/codes.ts';

export const FINDING_KINDS = [
  'unreadable',
  'changed',
  'exchanged',
  'removed',
  'reordered',
  'inserted',
  'replayed',
  'unknown-key',
  'not-allowed',
  'torn',
  'file-missing',
  'file-changed',
  'file-stray',
  'content-changed',
  'other-store',
  'checkpoint-unsigned',
  'cut',
  'other-history',
] as const;
/** What verifying can find. */
export type FindingKind = (typeof FINDING_KINDS)[number];

/** One thing that is not as it was written, and where. */
export interface Finding {
  readonly kind: FindingKind;
  /** Line of the journal, from 1; null: it is not about a line. */
  readonly line: number | null;
  /** Name of the file in the folder of records, where it is about one. */
  readonly file: string | null;
  /** How many entries, where that can be counted. */
  readonly count: number | null;
  /** Why an entry is not allowed. */
  readonly code: Code | null;
}

/** A finding with what is not said left empty. */
export function finding(kind: FindingKind, more: Partial<Finding> = {}): Finding {
  return { kind, line: null, file: null, count: null, code: null, ...more };
}
