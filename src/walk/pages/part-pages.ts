import { personalDoubt } from '../../ask/doubt.ts';
import type { ChooseOne, MarkSeveral, ShortText } from '../../ask/prompter.ts';
import { title } from '../../render/doc.ts';
import { AGREED, type Note, PARTS } from '../fold/event.ts';
import type { WalkState } from '../fold/fold.ts';
import { body } from './pages.ts';
import type { Voice } from './voice.ts';

/** What else goes into the record: nothing of it has to. */
export function partsPage({ say }: Voice, state: WalkState): MarkSeveral {
  return {
    body: body(title(say('walk.parts.ask')), say('walk.parts.how')),
    choices: PARTS.map((value) => ({ value, label: say(`walk.parts.${value}`) })),
    marked: state.parts ?? [],
  };
}

/** The plan, what was done already, what is doubtful, a way that was weighed: in own words, without names. */
export function notePage({ say }: Voice, about: Note, state: WalkState): ShortText {
  return {
    body: body(title(say(`walk.note.${about}`)), say('walk.no-names')),
    current: state.notes.get(about) ?? '',
    check: (text) => personalDoubt(text, say),
  };
}

/** Whether the client agrees to the plan. */
export function agreedPage({ say }: Voice, state: WalkState): ChooseOne {
  return {
    body: body(title(say('walk.agreed.ask'))),
    choices: AGREED.map((value) => ({ value, label: say(`walk.agreed.${value}`) })),
    current: state.agreed,
  };
}

/** Which answers rest on nothing but what somebody said. */
export function toldPage({ pack, say, read }: Voice, state: WalkState): MarkSeveral {
  const given = [...state.facts].filter(([, { kind }]) => kind === 'answer');
  return {
    body: body(title(say('walk.told.ask')), say('walk.told.how')),
    choices: given.map(([id]) => {
      const fact = pack.facts.get(id);
      return { value: id, label: fact ? read(fact.ask) : id };
    }),
    marked: state.toldFacts ?? [],
  };
}
