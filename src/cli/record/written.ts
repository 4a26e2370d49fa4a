import type { ActionTaken, RecordRole } from '../../model/record.ts';

/** An action taken as people write it in a file. */
export interface WrittenTaken {
  readonly on: string;
  readonly by: string;
  readonly text: string;
  readonly action?: string;
}

/** Actions taken as a record holds them. */
export function takenIn(written: readonly WrittenTaken[]): ActionTaken[] {
  return written.map(({ on, by, text, action = null }) => ({ on, by: roleIn(by), text, action }));
}

/** A role in own words. */
export function roleIn(text: string): RecordRole {
  return { id: null, text };
}
