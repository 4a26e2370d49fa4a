import type { Component } from '../../engine/compiled.ts';
import type { Node } from '../../engine/diagram.ts';
import type { ComponentOutcome } from '../../engine/outcome.ts';
import { outcomeOf } from '../../engine/survey.ts';
import type { Dilemma } from '../../model/case-file.ts';
import type { Whole } from '../whole.ts';
import { proofsOf } from './proofs.ts';
import { dilemmaWith } from './witness.ts';

/** A component of the second round whose diagram over all questions is too large, by what it asks of the first round. */
export interface Large {
  readonly component: Component;
  /** What it comes to, as a function of the questions and of what it asks; undefined where that is too large as well. */
  readonly own: Node | undefined;
}

export function largeComponents({ findings: { space, second } }: Whole): Large[] {
  return [...second.values()]
    .filter(({ result }) => result === undefined)
    .map(({ component }) => ({
      component,
      own: space.diagrams.within(() => outcomeOf(component, space)),
    }));
}

/**
 * The simplest dilemma in which a component comes to something like this, whichever way is decided.
 *
 * @returns `none` where there is none; undefined where that is not known
 */
export function dilemmaIn(
  own: Node,
  has: (outcome: ComponentOutcome) => boolean,
  whole: Whole,
): Dilemma | 'none' | undefined {
  const proofs = proofsOf(whole);
  const goal = proofs.holds(whole.findings.space.map(own, has));
  const settled = dilemmaWith([goal, proofs.base.undecided()], proofs, whole);
  return settled === 'none' ? dilemmaWith([goal], proofs, whole) : settled;
}

/** Whether a component can come to something like this, also where the worker departs from a duty. */
export function canComeTo(
  own: Node,
  has: (outcome: ComponentOutcome) => boolean,
  whole: Whole,
): boolean | undefined {
  const proofs = proofsOf(whole);
  const found = proofs.find([proofs.holds(whole.findings.space.map(own, has))], 'perhaps');
  return found === undefined ? undefined : found !== 'none';
}
