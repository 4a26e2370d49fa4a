import { get, type Node, plain } from '../../document/node.ts';
import { PRINCIPLES } from '../../model/ids.ts';
import type { Pack, Rule } from '../../model/pack.ts';
import { problemAt } from '../problem-at.ts';
import { fieldsOf, isMap, itemsUnder, wordOf } from '../read/node.ts';
import { piecesOf, type RawPiece, topOf } from '../read/sections.ts';
import { checkEscalation } from './check-escalation.ts';
import { checkPriorities } from './check-priorities.ts';
import { checkActions, checkRules } from './check-rules.ts';
import { checkScreens } from './check-screens.ts';
import { checkCycles } from './cycles.ts';
import { conceptsOf, factsOf } from './opposition.ts';
import type { Checked } from './spot.ts';

/** Checks what a linked pack says: whether it can be meant. Cheap but for priorities (pairs of rules that oppose). */
export function checkPack(checked: Checked): void {
  checkPrinciples(checked);
  checkCycles(checked);
  checkRules(checked);
  checkActions(checked);
  checkPriorities(checked);
  checkEscalation(checked);
  checkScreens(checked);
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
 * Checks that an overlay leaves what is absolute as it was. E422: a concept that an absolute rule rests on was replaced,
 * a fact that it rests on is asked under other conditions or has other answers, or an action left its group.
 */
function checkAbsolute({ pack, merged, report }: Checked): void {
  const absolute = [...pack.rules.values()].filter((rule) => rule.absolute);
  for (const { section, id, at, below } of merged.changedAt) {
    const now = piecesOf(merged, section).get(id);
    const harmed = absolute.find((rule) => isHarmed({ pack, rule, id }, below, now));
    if (harmed) report(problemAt('E422', at, { saw: id, values: { rule: harmed.name } }));
  }
}

interface Affected {
  readonly pack: Pack;
  readonly rule: Rule;
  readonly id: string;
}

function isHarmed({ pack, rule, id }: Affected, below: RawPiece, now: RawPiece | undefined): boolean {
  switch (below.section) {
    case 'concepts':
      return [rule.when, rule.unless].some((part) => has(conceptsOf(pack, part), id));
    case 'facts':
      return (
        [rule.when, rule.unless].some((part) => has(factsOf(pack, part), id)) &&
        senseOf(below) !== senseOf(now)
      );
    case 'actions':
      return rule.group !== undefined && isIn(below, rule.group) && !isIn(now, rule.group);
    default:
      return false;
  }
}

function has(ids: ReadonlySet<string>, id: string): boolean {
  return ids.has(id);
}

function isIn(action: RawPiece | undefined, group: string): boolean {
  return action !== undefined && itemsUnder(action.node, 'groups').some((item) => wordOf(item) === group);
}

/** What of a fact can move a verdict: its answers and when it is asked; not its words. */
function senseOf(fact: RawPiece | undefined): string {
  if (!fact) return '';
  const { node, header } = fact;
  const answers = get(node, 'answers');
  const bands = get(node, 'bands');
  const keys =
    answers && isMap(answers) ? fieldsOf(answers).map(({ key }) => key) : answers && wordOf(answers);
  const edges = bands && fieldsOf(bands).map(({ key, node: band }) => [key, numberAt(band)]);
  const topic = get(node, 'topic') ?? header.topic;
  const asked = get(node, 'asked-when');
  return JSON.stringify([keys, edges, topic && plain(topic), asked && plain(asked)]);
}

function numberAt(band: Node): string {
  const below = get(band, 'below');
  return below ? wordOf(below) : '';
}
