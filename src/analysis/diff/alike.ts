import type { Component } from '../../engine/compiled.ts';
import type { Node } from '../../engine/diagram.ts';
import type { ComponentOutcome } from '../../engine/outcome.ts';
import { askingFor, wantedBy } from '../../engine/wanted.ts';
import type { Beside } from './beside.ts';
import { plainText } from './plain-text.ts';

/** All that a component's verdicts rest on, as a text: components with one text say the same of every dilemma. */
export function signature({ round, actions, rules, priorities, pairings }: Component): string {
  return plainText({
    round,
    actions: actions.map(({ id, excludes }) => [id, [...excludes].sort()]),
    rules: rules.map(({ rule, when, unless }) => [
      rule.id,
      rule.principle,
      rule.modality,
      rule.absolute,
      when,
      unless,
    ]),
    priorities: priorities.map(({ priority, level, when }) => [priority.id, level, when]),
    pairings: [...pairings].map(([pair, list]) => [
      pair,
      list.map(({ priority, prefers }) => [priority.priority.id, prefers]),
    ]),
  });
}

/** A component of the first round with its partner in the other pack. */
export interface Pair {
  readonly first: Component;
  readonly second: Component;
}

/**
 * The components behind two of the second round that are not the same in both packs. Undefined: they do not come in
 * pairs.
 */
export function changedBehind(pair: Pair, { behind }: Beside): Pair[] | undefined {
  const partners = new Map(behind(pair.second).map((one) => [actionsOf(one), one]));
  const own = behind(pair.first);
  if (own.length !== partners.size) return undefined;
  const pairs: Pair[] = [];
  for (const first of own) {
    const second = partners.get(actionsOf(first));
    if (!second) return undefined;
    if (signature(first) !== signature(second)) pairs.push({ first, second });
  }
  return pairs;
}

function actionsOf({ actions }: Component): string {
  return plainText(actions.map(({ id }) => id));
}

/**
 * Where two components of the first round tell a second one different things: both, in one text; elsewhere an empty
 * one. Undefined: too large.
 */
export function signsApart({ first, second }: Pair, asker: Pair, beside: Beside): Node | undefined {
  const { space, survey } = beside;
  const [one, other] = [survey(first).outcome, survey(second).outcome];
  if (one === undefined || other === undefined) return undefined;
  return space.diagrams.within(() =>
    apart(space.map(one, signFor(asker.first)), space.map(other, signFor(asker.second)), beside),
  );
}

/** What an outcome of the first round tells a component of the second, as a text. */
function signFor(asker: Component): (outcome: ComponentOutcome) => string {
  const asked = askingFor(wantedBy([asker]), new Map());
  return (outcome) =>
    [
      asked.noted(outcome),
      asked.settled(outcome),
      ...outcome.contests.map((contest) =>
        contest.ways.map((way) => asked.under(outcome, contest, way)).join(' '),
      ),
    ].join(',');
}

/** Where two functions have different values: both in one text; elsewhere an empty one. */
export function apart(first: Node, second: Node, { space }: Pick<Beside, 'space'>): Node {
  const { diagrams, impossible } = space;
  const node = diagrams.apply([first, second], ([one = impossible, other = impossible]) => {
    if (one === impossible || other === impossible) return impossible;
    if (one === other) return diagrams.end('');
    return diagrams.end(`${String(diagrams.valueOf(one))}\n${String(diagrams.valueOf(other))}`);
  });
  return space.possible(node);
}
