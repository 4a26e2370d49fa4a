import type { RecordId } from '../../model/record.ts';
import type { PurgeReason } from '../../records/journal/entry.ts';
import { type Purgeable, purge, purgeable } from '../../records/store/keep.ts';
import { rowsOf } from '../../records/store/open-store.ts';
import type { Store } from '../../records/store/store.ts';
import { entry } from '../../render/doc.ts';
import { json } from '../../render/json.ts';
import { print } from '../../render/print.ts';
import { dateOf } from '../date.ts';
import type { Shell } from '../shell.ts';
import { openWith, recordNamed } from './open.ts';
import type { StoreOptions } from './options.ts';
import { progressOf } from './progress.ts';

export interface PurgeOptions extends StoreOptions {
  readonly decidedBefore?: string;
  readonly because: PurgeReason;
  readonly doIt?: boolean;
}

/** Says what would be purged; with `--do-it`, purges it. Nothing is purged that is held. */
export async function purgeRecords(
  shell: Shell,
  words: readonly string[],
  options: PurgeOptions,
): Promise<void> {
  const store = await openWith(shell, options);
  const all = (await idsOf(shell, store, { words, options })).map((id) => purgeable(store, id));
  const done = options.doIt === true ? await purgeAll(shell, store, { all, because: options.because }) : [];
  // The index of this key must not tell of what is gone.
  if (done.length > 0) await rowsOf(store, progressOf(shell));
  if (options.json === true)
    return shell.write(
      json({ schema: 'timbang.purge/1', dryRun: options.doIt !== true, records: all, entries: done }),
    );
  if (all.length === 0) return shell.tell(shell.say('record.purge.none'));
  if (options.doIt === true) {
    if (done.some(({ kind }) => kind === 'purged')) shell.tell(shell.say('record.purge.copies'));
    return;
  }
  shell.write(
    print(
      all.map((one) => entry(one.id, shell.say(`record.purge.${stateOf(one)}`, { files: one.files }))),
      shell.look('stdout'),
    ),
  );
  shell.tell(shell.say('record.purge.dry-run'));
}

async function idsOf(
  shell: Shell,
  store: Store,
  { words, options }: { words: readonly string[]; options: PurgeOptions },
): Promise<RecordId[]> {
  const named = words.map((word) => recordNamed(store, word));
  if (options.decidedBefore === undefined) return named;
  const before = dateOf(options.decidedBefore);
  const rows = await rowsOf(store, progressOf(shell));
  return [...named, ...rows.filter(({ decidedOn }) => decidedOn < before).map(({ id }) => id)];
}

async function purgeAll(
  shell: Shell,
  store: Store,
  { all, because }: { all: readonly Purgeable[]; because: PurgeReason },
) {
  return shell.each(all, async ({ id }) => {
    const written = await purge(store, id, because);
    shell.tell(shell.say(written.kind === 'purged' ? 'record.purge.done' : 'record.purge.asked', { id }));
    return written;
  });
}

function stateOf({ held, signed, asked }: Purgeable): 'held' | 'second' | 'signed' | 'free' {
  if (held) return 'held';
  if (!signed) return 'free';
  return asked ? 'second' : 'signed';
}
