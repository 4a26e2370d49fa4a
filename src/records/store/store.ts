import type { IndexRow, RecordId } from '../../model/record.ts';
import type { Journal } from '../journal/journal.ts';
import type { Identity } from '../keys/identity.ts';
import type { Layout } from './layout.ts';

/** A store that was opened with one key. What a server would have to offer is in the functions that take it. */
export interface Store {
  readonly layout: Layout;
  readonly identity: Identity;
  readonly clock: () => Date;
  readonly journal: Journal;
  /** Rows of the records that this key can read. */
  readonly rows: Map<RecordId, IndexRow>;
  /** Records whose rows have to be made anew. */
  readonly stale: Set<RecordId>;
  /** Bytes of the journal that the index on the disk has seen. */
  indexed: number;
}
