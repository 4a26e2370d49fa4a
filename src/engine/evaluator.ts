import type { Pack } from '../model/pack.ts';
import type { Component } from './compiled.ts';
import { evaluate } from './component.ts';
import type { ComponentOutcome } from './outcome.ts';

/** Which rules of a component apply and which of its priorities hold, each in the component's order. */
export interface Pattern {
  readonly applies: readonly boolean[];
  readonly holds: readonly boolean[];
}

/** Evaluates a component once for each pattern that it meets: dilemmas are many, patterns few. */
export function evaluatorOf(component: Component, pack: Pack): (pattern: Pattern) => ComponentOutcome {
  const known = new Map<string, ComponentOutcome>();
  return ({ applies, holds }) => {
    const key = [...applies, ...holds].map(Number).join('');
    const seen = known.get(key);
    if (seen) return seen;
    const outcome = evaluate(component, pack, {
      applies: (rule) => applies[component.rules.indexOf(rule)] ?? false,
      holds: (priority) => holds[component.priorities.indexOf(priority)] ?? false,
    });
    known.set(key, outcome);
    return outcome;
  };
}
