import { plain } from '../../document/node.ts';
import { openDocument } from '../../document/open.ts';
import { EFFECTS, FOLLOW_UP_KINDS, type FollowUp } from '../../model/record.ts';
import { InputError } from '../../problems/input-error.ts';
import { followUp } from '../../records/store/write-record.ts';
import { json } from '../../render/json.ts';
import type { Shell } from '../shell.ts';
import { askDay, askText, askWord } from './ask-for.ts';
import { openWith, recordNamed } from './open.ts';
import type { StoreOptions } from './options.ts';
import { asking, textFrom } from './text-of.ts';
import { takenIn, type WrittenTaken } from './written.ts';

export interface FollowUpOptions extends StoreOptions {
  readonly from?: string;
}

type Told = Omit<FollowUp, 'writtenAt' | 'author'>;

/** Adds what became of a decision: from a file, or asked at a terminal. */
export async function followUpRecord(shell: Shell, word: string, options: FollowUpOptions): Promise<void> {
  const written = options.from === undefined ? undefined : await read(shell, options.from);
  const store = await openWith(shell, options);
  const id = recordNamed(store, word);
  const entry = await followUp(store, id, written ?? (await ask(shell)));
  if (options.json === true) return shell.write(json({ schema: 'timbang.entries/1', entries: [entry] }));
  shell.tell(shell.say('record.followed-up', { id }));
}

/** The keys of a follow-up file; its shape is `schemas/follow-up.schema.json`. */
interface Written {
  readonly on?: string;
  readonly kind: FollowUp['kind'];
  readonly outcome: string;
  readonly effective: FollowUp['effective'];
  readonly next: FollowUp['next'];
  readonly 'review-on'?: string;
  readonly taken?: readonly WrittenTaken[];
}

async function read(shell: Shell, file: string): Promise<Told> {
  const text = await textFrom(shell, file);
  const { value, problems } = openDocument({ file, text, kind: 'follow-up' });
  if (!value) throw new InputError(problems);
  const { on = shell.today(), kind, outcome, effective, next, taken = [], ...more } = plain(value) as Written;
  const reviewOn = more['review-on'] ?? null;
  return { on, kind, outcome, effective, next, reviewOn, taken: takenIn(taken) };
}

function ask(shell: Shell): Promise<Told> {
  const { say } = shell;
  return asking(shell, async (prompter) => {
    const kind = await askWord(
      prompter,
      say('record.ask.follow-up'),
      FOLLOW_UP_KINDS.map((value) => ({ value, label: say(`record.follow-up.${value}`) })),
    );
    const outcome = await askText(prompter, say('record.ask.outcome'), shell);
    const effective = await askWord(
      prompter,
      say('record.ask.effective'),
      EFFECTS.map((value) => ({ value, label: say(`record.effective.${value}`) })),
    );
    const next = await askWord(
      prompter,
      say('record.ask.next'),
      (['go-on', 'change', 'close'] as const).map((value) => ({ value, label: say(`record.next.${value}`) })),
    );
    const reviewOn = next === 'close' ? null : await askDay(prompter, say('record.ask.review-on'), shell);
    return { on: shell.today(), kind, outcome, effective, next, reviewOn, taken: [] };
  });
}
