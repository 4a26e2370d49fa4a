import { rm } from 'node:fs/promises';
import path from 'node:path';
import { openDecision } from '../../document/open-decision.ts';
import type { DecisionRecord } from '../../model/record.ts';
import { InputError } from '../../problems/input-error.ts';
import { isLocked } from '../../records/keys/age.ts';
import { addRecord } from '../../records/store/write-record.ts';
import { json } from '../../render/json.ts';
import { clean } from '../../render/spans.ts';
import type { Shell } from '../shell.ts';
import { openWith } from './open.ts';
import type { StoreOptions } from './options.ts';
import { textFrom } from './text-of.ts';
import { unlockText } from './unlock.ts';

export interface AddOptions extends StoreOptions {
  readonly remove?: boolean;
}

/** Takes decisions that the walkthrough has saved as JSON into the store; a file that is at fault does not stop the others. */
export async function addRecords(shell: Shell, files: readonly string[], options: AddOptions): Promise<void> {
  const store = await openWith(shell, options);
  const added = await shell.each(files, async (file) => {
    const { value, problems } = openDecision({ file, text: await opened(shell, file) });
    if (value === undefined) throw new InputError(problems);
    const entry = await addRecord(store, value as DecisionRecord);
    shell.tell(shell.say('record.added', { id: entry.record ?? '' }));
    if (file !== '-') await afterwards(shell, file, options.remove === true);
    return entry;
  });
  if (options.json === true) shell.write(json({ schema: 'timbang.entries/1', entries: added }));
}

/** The text of a file; one that was locked with a passphrase is unlocked with it. E604, E623 */
async function opened(shell: Shell, file: string): Promise<string> {
  const text = await textFrom(shell, file);
  return isLocked(text) ? unlockText(shell, file, text) : text;
}

/** The file is still there, readable by whoever can read it. */
async function afterwards(shell: Shell, file: string, remove: boolean): Promise<void> {
  if (remove) await rm(path.resolve(shell.host.cwd, file));
  shell.tell(shell.say(remove ? 'record.added.removed' : 'record.added.left', { file: clean(file) }));
}
