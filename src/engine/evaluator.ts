import type { Pack } from '../model/pack.ts';
import type { Component } from './compiled.ts';
import { evaluate } from './component.ts';
import { truth, type View } from './condition.ts';
import type { ComponentOutcome } from './outcome.ts';

/** Says what one component comes to in a dilemma; a test that the view leaves open counts as false. */
export type Evaluator = (view: View) => ComponentOutcome;

/**
 * Evaluates a component, once for each pattern of rules that apply and priorities that hold: dilemmas are many,
 * patterns few.
 */
export function evaluatorOf(component: Component, pack: Pack): Evaluator {
  const known = new Map<string, ComponentOutcome>();
  return (view) => {
    const applies = component.rules.map(
      (rule) => truth(rule.when, view) === true && truth(rule.unless, view) !== true,
    );
    const holds = component.priorities.map((priority) => truth(priority.when, view) === true);
    const pattern = [...applies, ...holds].map(Number).join('');
    const seen = known.get(pattern);
    if (seen) return seen;
    const outcome = evaluate(component, pack, {
      applies: (rule) => applies[component.rules.indexOf(rule)] ?? false,
      holds: (priority) => holds[component.priorities.indexOf(priority)] ?? false,
    });
    known.set(pattern, outcome);
    return outcome;
  };
}
