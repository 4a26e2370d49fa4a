import type { ActionId } from '../../model/ids.ts';
import type { Pack, Rule } from '../../model/pack.ts';
import type { ProblemPlace } from '../../problems/problem.ts';
import { problemAt } from '../problem-at.ts';
import { itemsUnder, wordOf } from '../read/node.ts';
import { piecesOf } from '../read/sections.ts';
import { factsOf, isDuty, keyOf, secondRoundOf } from './opposition.ts';
import { type Checked, spot, spotRule } from './spot.ts';

/**
 * Checks what a rule may be.
 *
 * E403: a must-not rests on a plea, an order or a threat. E404: so does a must on an action that excludes another.
 * E406: an absolute rule that is no must or must-not. E414: a duty of law that does not hold where the pack does.
 */
export function checkRules(checked: Checked): void {
  const { pack, merged, report } = checked;
  for (const rule of firstOfEachName(pack)) {
    if (rule.absolute && !isDuty(rule))
      report(problemAt('E406', spotRule(merged, [rule.name, 'absolute']), rule.name));
    checkJurisdiction(checked, rule);
  }
  for (const rule of pack.rules.values()) checkPressure(checked, rule);
}

/** Of a shorthand only the first rule, so that each fault of it is told once. */
function firstOfEachName(pack: Pack): Rule[] {
  return [
    ...new Map([...pack.rules.values()].toReversed().map((rule) => [rule.name, rule])).values(),
  ].toReversed();
}

function checkJurisdiction({ pack, merged, report }: Checked, rule: Rule): void {
  const source = pack.sources.get(rule.source.source);
  if (!isDuty(rule) || source?.kind !== 'law') return;
  if (source.jurisdiction === pack.jurisdiction || source.jurisdiction === 'international') return;
  const values = { source: source.id, jurisdiction: source.jurisdiction, pack: pack.jurisdiction };
  report(problemAt('E414', spotRule(merged, [rule.name, 'source']), { saw: rule.name, values }));
}

/** Whether the condition or the exception of a rule rests on a fact that is marked `pressure`. */
export function restsOnPressure(pack: Pack, { when, unless }: Rule): boolean {
  return [...factsOf(pack, when), ...factsOf(pack, unless)].some((fact) => pack.facts.get(fact)?.pressure);
}

function checkPressure({ pack, merged, report }: Checked, rule: Rule): void {
  const excludes = pack.actions.get(rule.action)?.excludes ?? [];
  const forbidden = rule.modality === 'must-not' || (rule.modality === 'must' && excludes.length > 0);
  if (!forbidden || !restsOnPressure(pack, rule)) return;
  const place = spotRule(merged, [rule.name, rule.modality]);
  const [other = ''] = excludes;
  if (rule.modality === 'must-not') report(problemAt('E403', place, rule.name));
  else report(problemAt('E404', place, { saw: rule.name, values: { action: rule.action, other } }));
}

/**
 * Checks what actions say of each other.
 *
 * E402: an action of the second round excludes one of the first. E408: an action excludes itself or what it entails.
 * E410: a duty for one action and a duty against what it entails hold together.
 */
export function checkActions(checked: Checked): void {
  const { pack, merged, report } = checked;
  const second = secondRoundOf(pack);
  for (const { id, excludes } of pack.actions.values()) {
    const entailed = entailedBy(pack, id);
    for (const other of excludes) {
      if (id === other || entailed.has(other))
        report(problemAt('E408', spotExclusion(checked, id, other), { saw: id, values: { other } }));
      else if (second.has(id) && !second.has(other)) {
        report(problemAt('E402', spotExclusion(checked, id, other), { saw: id, values: { other } }));
      }
    }
  }
  for (const [one, other] of oppositeDuties(pack)) {
    const values = { other: other.name, action: one.action, 'other-action': other.action };
    report(problemAt('E410', spotRule(merged, [one.name, 'must']), { saw: one.name, values }));
  }
}

/** An exclusion may have been written on either side. */
function spotExclusion({ merged }: Checked, one: ActionId, other: ActionId): ProblemPlace {
  const written = piecesOf(merged, 'actions').get(one);
  const saysIt = written && itemsUnder(written.node, 'excludes').some((item) => wordOf(item) === other);
  return saysIt
    ? spot(merged, 'actions', [one, 'excludes', other])
    : spot(merged, 'actions', [other, 'excludes', one]);
}

function entailedBy(pack: Pack, action: ActionId): ReadonlySet<ActionId> {
  const entailed = new Set<ActionId>(pack.actions.get(action)?.entails);
  for (const other of entailed) for (const next of pack.actions.get(other)?.entails ?? []) entailed.add(next);
  return entailed;
}

/** Pairs of a must and a must-not on what it entails that apply together whatever the facts. */
function oppositeDuties(pack: Pack): [Rule, Rule][] {
  const rules = [...pack.rules.values()];
  return rules
    .filter(({ modality }) => modality === 'must')
    .flatMap((one) => {
      const entailed = entailedBy(pack, one.action);
      const against = rules.filter(
        (other) => other.modality === 'must-not' && entailed.has(other.action) && sameCondition(one, other),
      );
      return against.map((other): [Rule, Rule] => [one, other]);
    });
}

function sameCondition(one: Rule, other: Rule): boolean {
  return keyOf(one.when) === keyOf(other.when) && keyOf(one.unless) === keyOf(other.unless);
}
