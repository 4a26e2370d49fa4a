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

/** In the pack's order: what the pack says something about here, and what belongs to a topic that is part of this. */
function coursesOf(pack: Pack, assessment: Assessment): Action[] {
  const marked = new Set(assessment.topics.filter(({ state }) => state === 'marked').map(({ id }) => id));
  const said = new Set(assessment.actions.filter(({ verdict }) => verdict !== 'silent').map(({ id }) => id));
  return [...pack.actions.values()].filter(
    ({ id, about, kind }) => kind !== 'conduct' && (said.has(id) || about.some((topic) => marked.has(topic))),
  );
}
