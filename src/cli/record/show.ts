import { noteEntry } from '../../records/store/keep.ts';
import { readRecord } from '../../records/store/read-record.ts';
import { json } from '../../render/json.ts';
import { print } from '../../render/print.ts';
import { recordDoc } from '../../render/record.ts';
import { render } from '../../render/render.ts';
import type { Shell } from '../shell.ts';
import { openWith, recordNamed } from './open.ts';
import type { StoreOptions } from './options.ts';

export interface ShowOptions extends StoreOptions {
  readonly result?: boolean;
}

/** Shows one record. That it was looked at stands in the journal before anything of it is shown. */
export async function showRecord(shell: Shell, word: string, options: ShowOptions): Promise<void> {
  const store = await openWith(shell, options);
  const id = recordNamed(store, word);
  const record = await readRecord(store, id);
  await noteEntry(store, { kind: 'viewed', record: id });
  if (options.json === true) return shell.write(json(record));
  const look = shell.look('stdout');
  shell.write(print(recordDoc(record, shell.say), look));
  const { report } = record.versions.at(-1) ?? record.versions[0];
  if (options.result === true) shell.write(render(report, { format: 'text', ...look, say: shell.say }));
}
