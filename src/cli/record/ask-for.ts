import { personalDoubt } from '../../ask/doubt.ts';
import { textBody } from '../../ask/layout.ts';
import type { Body, Prompter } from '../../ask/prompter.ts';
import { readDay } from '../../walk/pages/dates.ts';
import type { Shell } from '../shell.ts';
import { answered } from './text-of.ts';

/** One of a few words. */
export function askWord<Word extends string>(
  prompter: Prompter,
  ask: string,
  choices: readonly { readonly value: Word; readonly label: string }[],
): Promise<Word> {
  return answered(() => prompter.chooseOne({ body: bodyOf(ask), choices })) as Promise<Word>;
}

/** One or two sentences; asks back where there seems to be a name or a number in it. */
export function askText(prompter: Prompter, ask: string, { say }: Shell): Promise<string> {
  return answered(() =>
    prompter.shortText({
      body: bodyOf(ask, say('walk.no-names')),
      check: (text) => personalDoubt(text, say),
    }),
  );
}

/** A day from today on. */
export async function askDay(prompter: Prompter, ask: string, shell: Shell): Promise<string> {
  const today = shell.today();
  const typed = await answered(() =>
    prompter.shortText({
      body: bodyOf(ask, shell.say('walk.date.how')),
      check: (text) =>
        readDay(text, today) === undefined
          ? { firm: true, message: shell.say('walk.date.unclear', { typed: text }) }
          : undefined,
    }),
  );
  return readDay(typed, today) ?? today;
}

function bodyOf(...sentences: readonly string[]): Body {
  return (width) => sentences.flatMap((sentence) => textBody(sentence)(width));
}
