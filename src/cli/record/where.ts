import { createHash } from 'node:crypto';
import path from 'node:path';
import { InputError } from '../../problems/input-error.ts';
import type { Shell } from '../shell.ts';
import type { StoreOptions } from './options.ts';

/** Where the store, the key and the memory of this account stand. */
export interface RecordPlaces {
  readonly store: string;
  readonly identity: string;
  /** Absent where the environment names no home. */
  readonly seen?: string;
}

/** Says where they are: as the options say, else in the data folder of the account. E601, E603 without a home. */
export function recordPlaces({ host, places }: Shell, options: StoreOptions): RecordPlaces {
  const data = places.userRecords && path.dirname(places.userRecords);
  const store = options.store === undefined ? places.userRecords : path.resolve(host.cwd, options.store);
  const identity =
    options.identity === undefined
      ? data && path.join(data, 'identity.age')
      : path.resolve(host.cwd, options.identity);
  if (store === undefined) throw new InputError([{ code: 'E601', saw: 'HOME' }]);
  if (identity === undefined) throw new InputError([{ code: 'E603', saw: 'HOME' }]);
  const name = createHash('sha256').update(store).digest('hex').slice(0, 16);
  return { store, identity, ...(data && { seen: path.join(data, 'seen', `${name}.json`) }) };
}
