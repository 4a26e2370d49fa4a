import { REVIEW_KINDS, type RecordId, type ReviewKind } from '../../model/record.ts';
import { InputError } from '../../problems/input-error.ts';
import { noteEntry } from '../../records/store/keep.ts';
import { readRecord } from '../../records/store/read-record.ts';
import type { Store } from '../../records/store/store.ts';
import { reviewRecord } from '../../records/store/write-record.ts';
import { json } from '../../render/json.ts';
import { print } from '../../render/print.ts';
import { recordDoc } from '../../render/record.ts';
import type { Shell } from '../shell.ts';
import { askText, askWord } from './ask-for.ts';
import { listRecords } from './list.ts';
import { openWith, recordNamed } from './open.ts';
import type { StoreOptions } from './options.ts';
import { asking, textFrom } from './text-of.ts';

export interface ReviewOptions extends StoreOptions {
  readonly comment?: boolean;
  readonly return?: boolean;
  readonly signOff?: boolean;
  readonly from?: string;
}

/** Without a record, what waits for a review; with one, a comment, a return or a sign-off. */
export async function review(shell: Shell, word: string | undefined, options: ReviewOptions): Promise<void> {
  if (word === undefined) return listRecords(shell, { ...options, state: 'pending' });
  const kind = kindOf(options);
  const store = await openWith(shell, options);
  const id = recordNamed(store, word);
  const said = kind ? { kind, text: await textOf(shell, kind, options) } : await reviewAt(shell, store, id);
  const entry = await reviewRecord(store, id, said);
  if (options.json === true) return shell.write(json({ schema: 'timbang.entries/1', entries: [entry] }));
  shell.tell(shell.say(`record.reviewed.${said.kind}`, { id }));
  if (entry.own === true) shell.tell(shell.say('record.review.own'));
}

/** E807: two kinds at once. */
function kindOf({ comment, return: back, signOff }: ReviewOptions): ReviewKind | undefined {
  const given = REVIEW_KINDS.filter((_, at) => [comment, back, signOff][at] === true);
  const [first, second] = given;
  if (second) throw new InputError([{ code: 'E807', saw: `--${first}`, values: { other: `--${second}` } }]);
  return first;
}

async function textOf(shell: Shell, kind: ReviewKind, { from }: ReviewOptions): Promise<string | null> {
  if (from !== undefined) return (await textFrom(shell, from)).trim() || null;
  if (kind === 'sign-off') return null;
  return asking(shell, (prompter) => askText(prompter, shell.say(`record.ask.${kind}`), shell));
}

/** Shows the record and asks, at a terminal. */
async function reviewAt(
  shell: Shell,
  store: Store,
  id: RecordId,
): Promise<{ kind: ReviewKind; text: string | null }> {
  return asking(shell, async (prompter) => {
    const record = await readRecord(store, id);
    await noteEntry(store, { kind: 'viewed', record: id });
    shell.tell(print(recordDoc(record, shell.say), shell.look('stderr')));
    const kind = await askWord(
      prompter,
      shell.say('record.ask.review', { id }),
      REVIEW_KINDS.map((value) => ({ value, label: shell.say(`record.ask.review.${value}`) })),
    );
    const text = await askText(prompter, shell.say(`record.ask.${kind}`), shell);
    return { kind, text: text.trim() || null };
  });
}
