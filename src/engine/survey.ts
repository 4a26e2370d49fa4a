import type { Outcome, QuestionId } from '../model/assessment.ts';
import type { ActionId } from '../model/ids.ts';
import type { Verdict } from '../model/pack.ts';
import type { CompiledPriority, CompiledRule, Component } from './compiled.ts';
import { addOpen, truth, type View } from './condition.ts';
import type { Node, Remembered } from './diagram.ts';
import { NO, OPEN, YES } from './kernel/marking.ts';
import { once } from './once.ts';
import type { ComponentOutcome } from './outcome.ts';
import { FAILS, HOLDS, type Remainder } from './remainder.ts';
import type { Space } from './space.ts';

/** One component of the first round over all ways in which what is not known can turn out. */
export interface Survey {
  readonly component: Component;
  /** Its outcome as a function of the open questions; undefined where the diagram grew too large. */
  readonly outcome: Node | undefined;
  /** The different outcomes that occur; none where there is no diagram. */
  readonly outcomes: readonly ComponentOutcome[];
  /** The open questions that it may depend on. */
  readonly questions: () => readonly QuestionId[];
}

/** Surveys one component of the first round. */
export function surveyOf(component: Component, space: Space): Survey {
  const outcome = space.diagrams.within(() => space.possible(outcomeOf(component, space)));
  if (outcome === undefined) {
    const questions = once(() => space.closed(openQuestionsOf(component, space)));
    return { component, outcome, outcomes: [], questions };
  }
  return {
    component,
    outcome,
    outcomes: space.valuesIn(outcome) as ComponentOutcome[],
    questions: once(() => space.questionsIn(outcome)),
  };
}

/**
 * The outcome of a component as a function of the open questions and, in the second round, of what it asks of the
 * first.
 */
export function outcomeOf(component: Component, space: Space): Node {
  const { compiled, diagrams, memory } = space;
  const settled = compiled.outcomeBy(component, space.reading());
  if (settled) return diagrams.end(settled);
  const left = leftOf(component, space);
  const at = (parts: readonly Node[]) => diagrams.end(outcomeAt(parts, component, space));
  const known = memory.outcomes.get(component) ?? new Map<string, Remembered>();
  memory.outcomes.set(component, known);
  return diagrams.remember(known, left.join(' '), () => diagrams.apply(left.map(space.nodeOf), at));
}

/**
 * The verdict on an action where all completions agree on it; undefined where two differ, and nothing is built to find
 * that out, or where the walk grows too large.
 */
export function settledOn(action: ActionId, component: Component, space: Space): Outcome | undefined {
  const { compiled, memory } = space;
  const outcome = compiled.outcomeBy(component, space.reading());
  if (outcome) return outcome.outcomes.get(action);
  const left = leftOf(component, space);
  const nodes = left.map(space.nodeOf);
  const allowed = space.allowedFor(...nodes);
  const key = `${action} ${allowed} ${left.join(' ')}`;
  if (!memory.settled.has(key))
    memory.settled.set(key, agreed(action, [allowed, ...nodes], { component, space }));
  return memory.settled.get(key);
}

function agreed(
  action: ActionId,
  nodes: readonly Node[],
  { component, space }: { readonly component: Component; readonly space: Space },
): Outcome | undefined {
  const { diagrams, no } = space;
  let only: Outcome | undefined;
  const look = ([allowed, ...parts]: readonly Node[]) => {
    const met = allowed === no ? undefined : outcomeAt(parts, component, space).outcomes.get(action);
    if (only && met && keyOf(met) !== keyOf(only)) throw DIFFERENT;
    only ??= met;
    return no;
  };
  try {
    const walked = diagrams.within(() => diagrams.apply(nodes, look));
    return walked === undefined ? undefined : only;
  } catch (stop) {
    if (stop === DIFFERENT) return undefined;
    throw stop;
  }
}

const DIFFERENT: unique symbol = Symbol('two completions differ');

function outcomeAt(parts: readonly Node[], component: Component, { compiled, yes }: Space): ComponentOutcome {
  const bits = parts.map((part) => part === yes);
  const count = component.rules.length;
  return compiled.evaluate(component, { applies: bits.slice(0, count), holds: bits.slice(count) });
}

/** What is left of each rule of a component, then of each of its priorities. */
function leftOf(component: Component, space: Space): Remainder[] {
  const { applies } = space.reading();
  const met = prioritiesAmong(component, ({ at }) => applies[at] !== NO);
  return [
    ...component.rules.map((rule) => {
      const mark = applies[rule.at];
      return mark === OPEN ? applying(rule, space) : mark === YES ? HOLDS : FAILS;
    }),
    ...component.priorities.map((priority) => (met.has(priority) ? space.left(priority.when) : FAILS)),
  ];
}

/** What is left of a rule: its condition holds and its exception does not. */
function applying({ when, unless }: CompiledRule, { left, memory }: Space): Remainder {
  const on = left(when);
  return on === FAILS ? FAILS : memory.remainders.all([on, memory.remainders.not(left(unless))]);
}

/** The priorities in which two of some rules meet. */
function prioritiesAmong(
  { pairings }: Component,
  among: (rule: CompiledRule) => boolean,
): ReadonlySet<CompiledPriority> {
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
