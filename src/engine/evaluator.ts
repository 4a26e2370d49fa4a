import type { Pack } from '../model/pack.ts';
import type { CompiledPriority, Component } from './compiled.ts';
import type { CompiledPack, Evaluator } from './compiled-pack.ts';
import { concluded, evaluate } from './component.ts';
import { type Truth, truth } from './condition.ts';
import { type Kernel, kernelOf } from './kernel/kernel.ts';
import { NO, OPEN, YES } from './kernel/marking.ts';
import type { Reader, Reading } from './kernel/reader.ts';
import { actionsTold } from './kernel/told.ts';
import type { ComponentOutcome } from './outcome.ts';
import { rankingBy } from './rank.ts';

/** Evaluates by the kernel, and by the plain reading where priorities run in a circle or disagree. */
export function evaluatorOf(components: readonly Component[], pack: Pack): Evaluator {
  const kernel = kernelOf(components, pack);
  return rememberingBy(kernel, workingOut(components, { kernel, pack }));
}

const plains = new WeakMap<CompiledPack, CompiledPack>();

/** The same pack, evaluated by the plain reading alone: by it every witness is replayed before it is told. */
export function plainly(compiled: CompiledPack): CompiledPack {
  const { kernel, pack } = compiled;
  const plain = plains.get(compiled) ?? {
    ...compiled,
    ...rememberingBy({ ...kernel, read: plainReaderOf(compiled) }, (component, { reading, holds }) =>
      evaluate(component, pack, { applies: ({ at }) => reading.applies[at] === YES, holds }),
    ),
  };
  plains.set(compiled, plain);
  return plain;
}

/** Reads each condition as it is written. */
function plainReaderOf({ components, kernel }: CompiledPack): Reader {
  return (values, into = kernel.emptyReading()) => {
    const markOf = (truths: readonly Truth[]) =>
      truths.includes(false) ? NO : truths.includes(undefined) ? OPEN : YES;
    for (const { rules, priorities } of components) {
      for (const { at, when, unless } of rules) {
        const barred = truth(unless, { values });
        into.applies[at] = markOf([truth(when, { values }), barred === undefined ? barred : !barred]);
      }
      for (const { at, when } of priorities) into.holds[at] = markOf([truth(when, { values })]);
    }
    return into;
  };
}

/** A dilemma of one component, of which nothing is open. */
interface Situation {
  readonly holds: (priority: CompiledPriority) => boolean;
  readonly reading: Reading;
}

type Work = (component: Component, situation: Situation) => ComponentOutcome;

function workingOut(
  components: readonly Component[],
  { kernel, pack }: { readonly kernel: Kernel; readonly pack: Pack },
): Work {
  const priorities: CompiledPriority[] = [];
  for (const component of components) for (const one of component.priorities) priorities[one.at] = one;
  return (component, { holds, reading }) =>
    kernel.settle(component.at, reading)
      ? concluded(actionsTold(component, priorities, kernel.work), {
          ranking: rankingBy(component.pairings, holds),
          pack,
          faults: [],
        })
      : evaluate(component, pack, { applies: ({ at }) => reading.applies[at] === YES, holds });
}

function rememberingBy(kernel: Kernel, work: Work): Evaluator {
  const known: (Map<string, ComponentOutcome> | undefined)[] = [];
  const pattern = kernel.emptyReading();

  function outcomeBy(component: Component, reading: Reading): ComponentOutcome | undefined {
    const key = keyOf(component, reading);
    if (key === undefined) return undefined;
    const outcomes = known[component.at] ?? new Map<string, ComponentOutcome>();
    known[component.at] = outcomes;
    const seen = outcomes.get(key);
    if (seen) return seen;
    // A reading is written over by the next one, and parts of an outcome are worked out later.
    const holding = new Set(component.priorities.filter(({ at }) => reading.holds[at] === YES));
    const holds = (priority: CompiledPriority) => holding.has(priority);
    const outcome = work(component, { holds, reading });
    outcomes.set(key, outcome);
    return outcome;
  }

  return {
    kernel,
    outcomeBy,
    evaluate: (component, { applies, holds }) => {
      for (const [index, { at }] of component.rules.entries())
        pattern.applies[at] = applies[index] ? YES : NO;
      for (const [index, { at }] of component.priorities.entries())
        pattern.holds[at] = holds[index] ? YES : NO;
      return outcomeBy(component, pattern) as ComponentOutcome;
    },
  };
}

/** Tells patterns apart: which rules apply, and which of the priorities hold in which two of these meet. */
function keyOf({ rules, priorities, pairings }: Component, { applies, holds }: Reading): string | undefined {
  let key = '';
  for (const { at } of rules) {
    if (applies[at] === OPEN) return undefined;
    key += applies[at] === YES ? '1' : '0';
  }
  if (priorities.length === 0) return key;
  const met = new Set<number>();
  for (const list of pairings.values()) {
    for (const { priority, first, second } of list)
      if (applies[first.at] === YES && applies[second.at] === YES) met.add(priority.at);
  }
  for (const { at } of priorities) {
    if (!met.has(at)) key += '-';
    else if (holds[at] === OPEN) return undefined;
    else key += holds[at] === YES ? '1' : '0';
  }
  return key;
}
