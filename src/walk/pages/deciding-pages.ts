import { personalDoubt } from '../../ask/doubt.ts';
import type { ChooseOne, MarkSeveral, Page, ShortText } from '../../ask/prompter.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { ActionId } from '../../model/ids.ts';
import { PHASES } from '../../model/pack.ts';
import { title } from '../../render/doc.ts';
import { type PeopleQuestion, ROLES } from '../fold/event.ts';
import type { WalkState } from '../fold/fold.ts';
import { type Brought, toDecide, WHOLE } from '../fold/steps.ts';
import type { Keeping } from '../world.ts';
import { dayAfter, readDay } from './dates.ts';
import { body } from './pages.ts';
import type { Voice } from './voice.ts';

/** Value of the mark for something that the pack does not name. */
export const OTHER = '~other';

/** What will you do: the recommended actions come marked, and every mark can be taken away. */
export function decidePage(
  { pack, say, read }: Voice,
  state: WalkState,
  assessment: Assessment,
): MarkSeveral {
  const ids = toDecide(assessment);
  const verdicts = new Map(assessment.actions.map((action) => [action.id, action.verdict]));
  const asked = ids.filter((id) => verdicts.get(id) === 'must' || verdicts.get(id) === 'should');
  const { decision } = state;
  return {
    body: body(title(say('walk.decide.ask')), say('walk.decide.how')),
    choices: [
      ...ids.map((id) => {
        const action = pack.actions.get(id);
        const text = action ? read(action.text) : id;
        return {
          value: id,
          label: say('walk.decide.action', {
            text,
            verdict: say(`verdict.${verdicts.get(id) ?? 'silent'}`),
          }),
        };
      }),
      { value: OTHER, label: say('walk.decide.other') },
    ],
    marked: decision ? [...decision.do, ...(decision.other === '' ? [] : [OTHER])] : asked,
  };
}

/** Something else, in own words. */
export function otherPage({ say }: Voice, state: WalkState): ShortText {
  return {
    body: body(title(say('walk.decide.other-ask')), say('walk.no-names')),
    current: state.decision?.other ?? '',
    check: (text) => personalDoubt(text, say),
  };
}

/** Why: for a duty departed from by itself, or for the decision as a whole. */
export function reasonPage({ pack, say, read }: Voice, about: string, state: WalkState): ShortText {
  const action = pack.actions.get(about as ActionId);
  const done = state.decision?.do.includes(about as ActionId) ?? false;
  const ask =
    about === WHOLE || !action
      ? [title(say('walk.reason.whole'))]
      : [
          say(done ? 'walk.reason.did' : 'walk.reason.left', { action: read(action.text) }),
          title(say('walk.reason.ask')),
        ];
  return {
    body: body(...ask, say('walk.no-names')),
    current: state.reasons.get(about) ?? '',
    check: (text) => personalDoubt(text, say),
  };
}

/** With this decision, then at least: what is owed now and would not be without it, the most urgent first. */
export function atLeastPage({ pack, say, read }: Voice, brought: Brought): Page {
  const pieces = [
    ...brought.actions.flatMap((id) => pack.actions.get(id) ?? []),
    ...brought.steps.flatMap((id) => pack.steps.get(id) ?? []),
  ].sort((one, other) => PHASES.indexOf(one.phase) - PHASES.indexOf(other.phase));
  const lines = pieces.map(({ phase, text }) =>
    say('walk.at-least.line', { phase: say(`phase.${phase}`), text: read(text) }),
  );
  return {
    body: lines.length > 0 ? body(title(say('walk.at-least.title')), lines) : body(say('walk.at-least.none')),
  };
}

/** Who is affected, must be heard, must not be told, was heard already: roles to mark, so that no name is ever written. */
export function peoplePage({ say }: Voice, question: PeopleQuestion, state: WalkState): MarkSeveral {
  return {
    body: body(title(say(`walk.people.${question}`)), say('walk.people.how')),
    choices: ROLES.map((role) => ({ value: role, label: say(`walk.role.${role}`) })),
    marked: state.people.get(question) ?? [],
  };
}

export interface Reviewed {
  readonly state: WalkState;
  readonly assessment: Assessment;
}

/** When will you look at this again: tomorrow where something must be done at once, otherwise in a week. */
export function reviewPage({ say }: Voice, today: string, { state, assessment }: Reviewed): ShortText {
  const proposed = dayAfter(today, assessment.headline === 'act-now' ? 1 : 7);
  return {
    body: body(title(say('walk.review.ask')), say('walk.date.how')),
    current: state.review ?? proposed,
    check: (text) => dayDoubt(text, today, say),
  };
}

/** Until when something will be found out. */
export function findOutPage(
  { say, read }: Voice,
  ask: Readonly<Record<string, string>>,
  today: string,
): ShortText {
  return {
    body: body(read(ask), title(say('walk.find-out.until')), say('walk.date.how')),
    current: dayAfter(today, 2),
    check: (text) => dayDoubt(text, today, say),
  };
}

function dayDoubt(text: string, today: string, say: Voice['say']) {
  return readDay(text, today) === undefined
    ? { firm: true, message: say('walk.date.unclear', { typed: text }) }
    : undefined;
}

/** Where to keep the decision: Markdown, JSON, or nowhere. */
export function savePage({ say }: Voice, keeping: Keeping | undefined): ChooseOne {
  return {
    body: body(title(say('walk.save.ask')), say('walk.save.what')),
    choices: [
      ...(keeping?.store ? [{ value: 'store', label: say('walk.save.store') }] : []),
      { value: 'md', label: say('walk.save.md') },
      { value: 'json', label: say('walk.save.json') },
      ...(keeping ? [{ value: 'age', label: say('walk.save.age') }] : []),
      { value: 'none', label: say('walk.save.none') },
    ],
  };
}
