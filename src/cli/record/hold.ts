import { InputError } from '../../problems/input-error.ts';
import { HOLD_REASONS, type HoldReason } from '../../records/journal/entry.ts';
import { hold } from '../../records/store/keep.ts';
import { json } from '../../render/json.ts';
import type { Shell } from '../shell.ts';
import { openWith, recordNamed } from './open.ts';
import type { StoreOptions } from './options.ts';

export interface HoldOptions extends StoreOptions {
  readonly because?: HoldReason;
  readonly release?: boolean;
}

/** Keeps a record from being purged, or releases it. */
export async function holdRecord(shell: Shell, word: string, options: HoldOptions): Promise<void> {
  const { because, release } = options;
  if (because === undefined && release !== true)
    throw new InputError([
      { code: 'E803', saw: '--because', values: { command: 'timbang record hold' }, expected: HOLD_REASONS },
    ]);
  const store = await openWith(shell, options);
  const id = recordNamed(store, word);
  const entry = await hold(store, id, release === true ? 'released' : (because ?? 'request'));
  if (options.json === true) return shell.write(json({ schema: 'timbang.entries/1', entries: [entry] }));
  shell.tell(shell.say(release === true ? 'record.hold.released' : 'record.hold.held', { id }));
}
