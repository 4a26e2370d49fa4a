import type { Outcome, QuestionId } from '../model/assessment.ts';
import type { ActionId } from '../model/ids.ts';
import type { Verdict } from '../model/pack.ts';
import type { CompiledPriority, CompiledRule, Component } from './compiled.ts';
import { addOpen, truth, type View } from './condition.ts';
import type { Node } from './diagram.ts';
import { NO, OPEN, YES } from './kernel/marking.ts';
import type { ComponentOutcome } from './outcome.ts';
import type { Space } from './space.ts';

/** One component of the first round over all ways in which what is not known can turn out. */
export interface Survey {
  readonly component: Component;
  /** Its outcome as a function of the open questions; undefined where the diagram grew too large. */
  readonly outcome: Node | undefined;
  /** The different outcomes that occur; none where there is no diagram. */
  readonly outcomes: readonly ComponentOutcome[];
  /** The open questions that it may depend on. */
  readonly questions: readonly QuestionId[];
}

/** Surveys one component of the first round. */
export function surveyOf(component: Component, space: Space): Survey {
  const outcome = space.diagrams.within(() => space.possible(outcomeOf(component, space)));
  if (outcome === undefined)
    return { component, outcome, outcomes: [], questions: space.closed(openQuestionsOf(component, space)) };
  return {
    component,
    outcome,
    outcomes: space.valuesIn(outcome) as ComponentOutcome[],
    questions: space.questionsIn(outcome),
  };
}

/**
 * The outcome of a component as a function of the open questions and, in the second round, of what it asks of the
 * first.
 */
export function outcomeOf(component: Component, space: Space): Node {
  const { compiled, diagrams, yes, no } = space;
  const reading = space.reading();
  const known = compiled.outcomeBy(component, reading);
  if (known) return diagrams.end(known);
  const applies = component.rules.map(({ at, when, unless }) => {
    const mark = reading.applies[at];
    if (mark !== OPEN) return mark === YES ? yes : no;
    return diagrams.apply([space.test(when), space.test(unless)], ([on, off]) =>
      on === yes && off === no ? yes : no,
    );
  });
  const met = prioritiesAmong(component, ({ at }) => reading.applies[at] !== NO);
  const holds = component.priorities.map((priority) => (met.has(priority) ? space.test(priority.when) : no));
  return diagrams.apply([...applies, ...holds], (parts) => {
    const bits = parts.map((part) => part === yes);
    const pattern = { applies: bits.slice(0, applies.length), holds: bits.slice(applies.length) };
    return diagrams.end(compiled.evaluate(component, pattern));
  });
}

/** The priorities in which two of some rules meet. */
function prioritiesAmong(
  { pairings }: Component,
  among: (rule: CompiledRule) => boolean,
): Set<CompiledPriority> {
  const met = [...pairings.values()].flat().filter(({ first, second }) => among(first) && among(second));
  return new Set(met.map(({ priority }) => priority));
}

function mayApply(rule: CompiledRule, view: View): boolean {
  return truth(rule.when, view) !== false && truth(rule.unless, view) !== true;
}

/** Questions that can still decide which rules of a component apply and how those rank. */
function openQuestionsOf(component: Component, space: Space): Set<QuestionId> {
  const open = new Set<QuestionId>();
  const view: View = { values: space.known.values };
  for (const rule of component.rules.filter((one) => mayApply(one, view))) {
    addOpen(rule.when, view, open);
    addOpen(rule.unless, view, open);
  }
  for (const priority of component.priorities) addOpen(priority.when, view, open);
  return open;
}

export function keyOf(outcome: Outcome | undefined): string {
  return outcome ? `${outcome.verdict} ${outcome.grade ?? ''}` : '';
}

export function distinct(outcomes: readonly Outcome[]): Outcome[] {
  return [...new Map(outcomes.map((outcome) => [keyOf(outcome), outcome])).values()].sort((first, second) =>
    keyOf(first) < keyOf(second) ? -1 : 1,
  );
}

const GRADES: Readonly<Record<Verdict, readonly Outcome['grade'][]>> = {
  must: ['duty'],
  'must-not': ['duty'],
  should: ['advice'],
  'should-not': ['advice'],
  contested: ['duty', 'advice'],
  may: [null],
  silent: [null],
};

/** All that the rules which may still apply could make of an action: more than is possible, never less. */
export function widest(component: Component, action: ActionId, { known }: Space): Outcome[] {
  const view: View = { values: known.values };
  const live = component.rules.filter((rule) => mayApply(rule, view));
  const own = live.filter(({ rule }) => rule.action === action);
  const excludes = component.actions.find(({ id }) => id === action)?.excludes ?? [];
  const rival = live.some((rule) => rule.asks && excludes.includes(rule.rule.action));
  const sure = own.some((rule) => truth(rule.when, view) === true && truth(rule.unless, view) === false);
  const both = own.some(({ side }) => side === 'for') && own.some(({ side }) => side === 'against');
  const verdicts = new Set<Verdict>(own.map(({ rule }) => rule.modality));
  if (!sure) verdicts.add('silent');
  if (both || (rival && own.some((rule) => rule.asks))) verdicts.add('contested');
  if (rival) for (const verdict of ['should-not', 'must-not'] as const) verdicts.add(verdict);
  return distinct([...verdicts].flatMap((verdict) => GRADES[verdict].map((grade) => ({ verdict, grade }))));
}
