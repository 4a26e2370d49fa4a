import type { QuestionId } from '../model/assessment.ts';
import type { FactId } from '../model/ids.ts';
import type { Pack, Screen } from '../model/pack.ts';
import type { PageId } from './fold/event.ts';
import type { WalkState } from './fold/fold.ts';
import type { Look } from './fold/steps.ts';

/** The screen of a fact; none where it is asked by itself. */
export function screenOf(pack: Pack, question: QuestionId): Screen | undefined {
  return [...pack.screens.values()].find(({ facts }) => facts.includes(question as FactId));
}

/**
 * The questions of the page to show, more than one where they are asked together. A page gone back to is shown as it was:
 * with those that were answered next to it and are asked together with it.
 */
export function questionsOf(pack: Pack, state: WalkState, look: Look): readonly QuestionId[] {
  const { at, alone, trail } = state;
  if (at === undefined) return look.together();
  const here = trail.indexOf(at);
  if (alone || here < 0) return [questionOf(at)];
  const group = groupOf(pack, at);
  const belongs = (page: PageId | undefined) => page !== undefined && groupOf(pack, page) === group;
  if (group === undefined) return [questionOf(at)];
  let [from, to] = [here, here + 1];
  while (belongs(trail[from - 1])) from -= 1;
  while (belongs(trail[to])) to += 1;
  return trail.slice(from, to).map(questionOf);
}

export function questionOf(page: PageId): QuestionId {
  return page.slice('question:'.length) as QuestionId;
}

export function pageOfQuestion(question: QuestionId): PageId {
  return `question:${question}`;
}

/** What a page is asked together with: the screening of safety, or a screen of the pack. */
function groupOf(pack: Pack, page: PageId): string | undefined {
  if (page.startsWith('question:topic:')) return 'topic:';
  return page.startsWith('question:') ? screenOf(pack, questionOf(page))?.id : undefined;
}
