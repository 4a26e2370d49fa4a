import { countersign, makeCheckpoint } from '../../records/store/checkpoints.ts';
import { json } from '../../render/json.ts';
import { clean } from '../../render/spans.ts';
import { EXIT } from '../exit-codes.ts';
import { deliver } from '../out.ts';
import type { Shell } from '../shell.ts';
import { openWith } from './open.ts';
import type { StoreOptions } from './options.ts';
import { textFrom } from './text-of.ts';

export interface CheckpointOptions extends StoreOptions {
  readonly out?: string;
  readonly countersign?: string;
}

/** Makes what the supervisor keeps elsewhere; or signs one that somebody else has made. */
export async function checkpoint(shell: Shell, options: CheckpointOptions): Promise<void> {
  const store = await openWith(shell, options);
  if (options.countersign !== undefined) {
    const file = options.countersign;
    const signed = countersign(store, { file, text: await textFrom(shell, file) });
    if (signed !== undefined) return deliver(shell, signed, options.out);
    shell.raise(EXIT.found);
    return shell.tell(shell.say('record.checkpoint.differs', { file: clean(file) }));
  }
  const { text, origin, size, root } = await makeCheckpoint(store);
  const values = { origin, size, root: root.toString('base64') };
  if (options.json === true) return shell.write(json({ schema: 'timbang.checkpoint/1', ...values, text }));
  await deliver(shell, text, options.out);
  shell.tell(shell.say('record.checkpoint.keep'));
}
