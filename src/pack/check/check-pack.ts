import { get } from '../../document/node.ts';
import { PRINCIPLES } from '../../model/ids.ts';
import type { Rule } from '../../model/pack.ts';
import { problemAt } from '../problem-at.ts';
import { itemsUnder, wordOf } from '../read/node.ts';
import { piecesOf, topOf } from '../read/sections.ts';
import { checkEscalation } from './check-escalation.ts';
import { checkPriorities } from './check-priorities.ts';
import { checkActions, checkRules } from './check-rules.ts';
import { checkCycles } from './cycles.ts';
import { conceptsOf } from './opposition.ts';
import type { Checked } from './spot.ts';

/** Checks what a linked pack says: whether it can be meant. Cheap but for priorities (pairs of rules that oppose). */
export function checkPack(checked: Checked): void {
  checkPrinciples(checked);
  checkCycles(checked);
  checkRules(checked);
  checkActions(checked);
  checkPriorities(checked);
  checkEscalation(checked);
  checkAbsolute(checked);
}

/** Checks that all five principles are there. E413: one is missing. */
function checkPrinciples({ pack, merged, report }: Checked): void {
  const { node } = topOf(merged);
  for (const principle of PRINCIPLES) {
    if (!pack.principles.has(principle))
      report(problemAt('E413', (get(node, 'id') ?? node).place, principle));
  }
}

/**
 * Checks that an overlay leaves what is absolute as it was. E422: a concept that an absolute rule rests on was
 * replaced, or an action left the group that such a rule is about.
 */
function checkAbsolute({ pack, merged, report }: Checked): void {
  const absolute = [...pack.rules.values()].filter((rule) => rule.absolute);
  for (const { section, id, at, below } of merged.changedAt) {
    const harmed =
      section === 'concepts'
        ? absolute.find((rule) => restsOn(pack, rule, id))
        : section === 'actions' &&
          absoluteOnGroupLeft({ merged, id, groups: itemsUnder(below.node, 'groups').map(wordOf), absolute });
    if (harmed) report(problemAt('E422', at, { saw: id, values: { rule: harmed.name } }));
  }
}

function restsOn(pack: Checked['pack'], { when, unless }: Rule, concept: string): boolean {
  return [...conceptsOf(pack, when), ...conceptsOf(pack, unless)].some((id) => id === concept);
}

interface Left {
  readonly merged: Checked['merged'];
  readonly id: string;
  readonly groups: readonly string[];
  readonly absolute: readonly Rule[];
}

function absoluteOnGroupLeft({ merged, id, groups, absolute }: Left): Rule | undefined {
  const now = piecesOf(merged, 'actions').get(id);
  const still = now ? itemsUnder(now.node, 'groups').map(wordOf) : [];
  const left = groups.filter((group) => !still.includes(group));
  return absolute.find(({ group }) => group !== undefined && left.includes(group));
}
