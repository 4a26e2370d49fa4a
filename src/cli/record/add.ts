import { rm } from 'node:fs/promises';
import path from 'node:path';
import { openDecision } from '../../document/open-decision.ts';
import type { DecisionRecord } from '../../model/record.ts';
import { InputError } from '../../problems/input-error.ts';
import { addRecord } from '../../records/store/write-record.ts';
import { json } from '../../render/json.ts';
import { clean } from '../../render/spans.ts';
import type { Shell } from '../shell.ts';
import { openWith } from './open.ts';
import type { StoreOptions } from './options.ts';
import { textFrom } from './text-of.ts';

export interface AddOptions extends StoreOptions {
  readonly remove?: boolean;
}

/** Takes decisions that the walkthrough has saved as JSON into the store; a file that is at fault does not stop the others. */
export async function addRecords(shell: Shell, files: readonly string[], options: AddOptions): Promise<void> {
  const store = await openWith(shell, options);
  const added = await shell.each(files, async (file) => {
    const { value, problems } = openDecision({ file, text: await textFrom(shell, file) });
    if (value === undefined) throw new InputError(problems);
    const entry = await addRecord(store, value as DecisionRecord);
    shell.tell(shell.say('record.added', { id: entry.record ?? '' }));
    if (file !== '-') await afterwards(shell, file, options.remove === true);
    return entry;
  });
  if (options.json === true) shell.write(json({ schema: 'timbang.entries/1', entries: added }));
}

/** The file is still there, readable by whoever can read it. */
async function afterwards(shell: Shell, file: string, remove: boolean): Promise<void> {
  if (remove) await rm(path.resolve(shell.host.cwd, file));
  shell.tell(shell.say(remove ? 'record.added.removed' : 'record.added.left', { file: clean(file) }));
}
