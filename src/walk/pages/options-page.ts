import type { MarkSeveral } from '../../ask/prompter.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Action, Pack } from '../../model/pack.ts';
import type { WalkState } from '../fold/fold.ts';
import { body } from './pages.ts';
import type { Voice } from './voice.ts';

/** Which courses of action the worker has in mind: those of the pack that are about what was marked. */
export function optionsPage(
  { pack, say, read }: Voice,
  state: WalkState,
  assessment: Assessment,
): MarkSeveral {
  return {
    body: body(say('walk.options.ask')),
    choices: coursesOf(pack, assessment).map((action) => ({ value: action.id, label: read(action.text) })),
    marked: state.considering,
  };
}

/**
 * What the pack says something about here, and what belongs to a topic that is part of this. What is settled about a
 * marked topic comes first, and what hangs only on something else last, each in the pack's order.
 */
function coursesOf(pack: Pack, assessment: Assessment): Action[] {
  const marked = new Set(assessment.topics.filter(({ state }) => state === 'marked').map(({ id }) => id));
  const verdicts = new Map(assessment.actions.map(({ id, verdict }) => [id, verdict]));
  const isSettled = ({ id }: Action): boolean =>
    !['silent', 'depends'].includes(verdicts.get(id) ?? 'silent');
  const isAbout = ({ about }: Action): boolean => about.some((topic) => marked.has(topic));
  const rank = (action: Action): number => (isSettled(action) ? 0 : 2) + (isAbout(action) ? 0 : 1);
  return [...pack.actions.values()]
    .filter(
      (one) => one.kind !== 'conduct' && ((verdicts.get(one.id) ?? 'silent') !== 'silent' || isAbout(one)),
    )
    .sort((first, second) => rank(first) - rank(second));
}
