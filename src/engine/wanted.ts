import type { ActionId } from '../model/ids.ts';
import type { Component } from './compiled.ts';
import { type Departure, type Literal, visit } from './condition.ts';
import { nameOf } from './literal.ts';
import type { ComponentOutcome, Yielding } from './outcome.ts';
import type { Survey } from './survey.ts';
import type { Asked, Decided } from './ways.ts';

/** What the conditions of a second round ask of the first: its literals, each with a bit of its own. */
export interface Wanted {
  readonly literals: readonly Literal[];
  /** The bit of a literal; 0 for one that is not wanted. */
  readonly bitOf: (literal: Literal) => bigint;
  /** The first bit that stands for none of them. */
  readonly free: bigint;
}

export function wantedBy(components: readonly Component[]): Wanted {
  const bits = new Map<string, bigint>();
  const literals: Literal[] = [];
  const tests = components.flatMap(({ rules }) => rules.flatMap((rule) => [rule.when, rule.unless]));
  for (const test of tests) {
    visit(test, (literal) => {
      if (literal.kind === 'is' || bits.has(nameOf(literal))) return;
      bits.set(nameOf(literal), 1n << BigInt(literals.length));
      literals.push(literal);
    });
  }
  return {
    literals,
    bitOf: (literal) => bits.get(nameOf(literal)) ?? 0n,
    free: 1n << BigInt(literals.length),
  };
}

export function departuresIn({ literals }: Wanted): Departure[] {
  return literals.flatMap((literal) => (literal.kind === 'departs' ? [literal.departure] : []));
}

export function actionOf(departure: Departure): ActionId {
  return departure.slice(departure.indexOf(':') + 1) as ActionId;
}

/** The surveys of the first round on which those literals hang. */
export function surveysBehind(wanted: Wanted, first: ReadonlyMap<Component, Survey>): Survey[] {
  const actions = new Set(departuresIn(wanted).map(actionOf));
  const isWanted = (survey: Survey) =>
    survey.component.rules.some(
      ({ rule }) => wanted.bitOf({ kind: 'yields', principle: rule.principle }) !== 0n,
    ) || survey.component.actions.some(({ id }) => actions.has(id));
  return [...first.values()].filter(isWanted);
}

/**
 * Asks the first round for those literals: which principles yield, and from which duties the worker departs. Noted is
 * which departures are still possible: a final duty on which nothing is decided.
 */
export function askingFor(wanted: Wanted, decided: Decided): Asked {
  const yielding = (yields: readonly Yielding[]) =>
    yields.reduce((bits, { principle }) => bits | wanted.bitOf({ kind: 'yields', principle }), 0n);
  const departures = departuresIn(wanted);
  const from = (outcome: ComponentOutcome, decision: 'do' | 'do-not' | undefined) =>
    departures
      .filter((departure) => isDuty(departure, outcome))
      .filter((departure) =>
        decision === undefined
          ? !decided.has(actionOf(departure))
          : decided.get(actionOf(departure)) === decision && DECIDED_AGAINST[kindOf(departure)] === decision,
      )
      .reduce((bits, departure) => bits | wanted.bitOf({ kind: 'departs', departure }), 0n);
  return {
    decided,
    noted: (outcome) => from(outcome, undefined),
    settled: (outcome) => yielding(outcome.engagement.yields) | from(outcome, 'do') | from(outcome, 'do-not'),
    under: (_, contest, way) => yielding(contest.yields(way)),
  };
}

const DECIDED_AGAINST = { must: 'do-not', 'must-not': 'do' } as const;

function kindOf(departure: Departure): 'must' | 'must-not' {
  return departure.startsWith('must:') ? 'must' : 'must-not';
}

/** A departure is from a final verdict, never from a contested one. */
function isDuty(departure: Departure, outcome: ComponentOutcome): boolean {
  return outcome.outcomes.get(actionOf(departure))?.verdict === kindOf(departure);
}
