import { get, type Node } from '../../document/node.ts';
import type { Condition } from '../../model/condition.ts';
import type { ActionId, GroupId, PrincipleId, PriorityId, RuleId } from '../../model/ids.ts';
import { MODALITIES, type Priority, type PriorityEnd, type Rule } from '../../model/pack.ts';
import { Bug } from '../../problems/bug.ts';
import { given, problemAt } from '../problem-at.ts';
import { isMap, itemsUnder, need, saysYes, wordOf } from '../read/node.ts';
import { piecesOf, type RawPiece } from '../read/sections.ts';
import { membersOf } from './actions.ts';
import { type ConditionLinker, conditionOf, together } from './condition.ts';
import { type Linker, refer, referAll, stampOf } from './linker.ts';
import { citationOf, textOf } from './words.ts';

/**
 * Spreads one written rule or safeguard out to a rule for each of its actions: one keeps the name as its id, several
 * are `name/action`. Empty where something could not be linked.
 *
 * E324: the file names no principle. E325: neither the rule nor its file names a source.
 */
export function linkRule(linker: ConditionLinker, raw: RawPiece): Rule[] {
  const { node, header, pack } = raw;
  const safeguard = raw.section === 'safeguards';
  const modality = MODALITIES.find((word) => get(node, word));
  if (!modality) throw new Bug('a rule without a modality passed the shape check');
  const { actions, group } = targetsOf(linker, need(node, modality));
  const principle = principleOf(linker, raw);
  const when = conditionsOf(linker, raw);
  const unlessNode = get(node, 'unless');
  const unless = unlessNode && conditionOf(linker, unlessNode, safeguard ? 'safeguard' : 'first-round');
  const sourceNode = get(node, 'source') ?? (header.forAll && get(header.forAll, 'source'));
  if (!sourceNode) linker.report(problemAt('E325', raw.at, raw.id));
  const source = sourceNode && citationOf(linker, sourceNode);
  const because = textOf(linker, pack, need(node, 'because'));
  if (!principle || !source || when === 'unlinked' || (unlessNode && !unless)) return [];
  const { id: name, ...stamp } = stampOf<RuleId>(raw);
  return actions.map((action) => ({
    ...stamp,
    id: (actions.length === 1 ? name : `${name}/${action}`) as RuleId,
    name,
    principle,
    modality,
    action,
    ...given('group', group),
    ...given('when', when),
    ...given('unless', unless),
    because,
    source,
    tags: itemsUnder(node, 'tags').map(wordOf),
    absolute: saysYes(get(node, 'absolute')),
    safeguard,
  }));
}

function principleOf(linker: Linker, raw: RawPiece): PrincipleId | undefined {
  const node = get(raw.node, 'principle') ?? raw.header.principle;
  if (node) return wordOf(node) as PrincipleId;
  linker.report(problemAt('E324', raw.at, raw.id));
  return undefined;
}

function targetsOf(linker: Linker, node: Node): { actions: readonly ActionId[]; group?: GroupId } {
  if (!isMap(node)) return { actions: referAll<ActionId>(linker, 'actions', node) };
  const group = refer<GroupId>(linker, 'groups', need(node, 'group'));
  return group ? { actions: membersOf(linker, group), group } : { actions: [] };
}

/** The rule's own condition together with that of `for-all`; `undefined`: always. */
function conditionsOf(linker: ConditionLinker, raw: RawPiece): Condition | undefined | 'unlinked' {
  const standing = raw.section === 'safeguards' ? 'safeguard' : 'first-round';
  const forAll = raw.header.forAll && get(raw.header.forAll, 'when');
  const nodes = [forAll, get(raw.node, 'when')].filter((node) => node !== undefined);
  if (nodes.length === 0) return undefined;
  return (
    together(
      'all',
      nodes.map((node) => conditionOf(linker, node, standing)),
    ) ?? 'unlinked'
  );
}

/** Links a priority. E326: an end names a rule that does not exist. E327: a tag that no rule carries. */
export function linkPriority(linker: ConditionLinker, raw: RawPiece): Priority | undefined {
  const { node, pack } = raw;
  const prefer = endOf(linker, need(node, 'prefer'));
  const over = endOf(linker, need(node, 'over'));
  const whenNode = get(node, 'when');
  const when = whenNode && conditionOf(linker, whenNode);
  const because = textOf(linker, pack, need(node, 'because'));
  const source = citationOf(linker, need(node, 'source'));
  if (!prefer || !over || !source || (whenNode && !when)) return undefined;
  return { ...stampOf<PriorityId>(raw), prefer, over, ...given('when', when), because, source };
}

function endOf(linker: Linker, node: Node): PriorityEnd | undefined {
  const rules = [
    ...piecesOf(linker.merged, 'rules').values(),
    ...piecesOf(linker.merged, 'safeguards').values(),
  ];
  if (!isMap(node)) {
    const name = wordOf(node);
    const names = rules.map(({ id }) => id);
    if (names.includes(name)) return { kind: 'rule', name };
    linker.report(problemAt('E326', node.place, { saw: name, expected: names }));
    return undefined;
  }
  const principleNode = get(node, 'principle');
  if (principleNode) return { kind: 'principle', principle: wordOf(principleNode) as PrincipleId };
  const tagNode = need(node, 'tag');
  const tag = wordOf(tagNode);
  const tags = [...new Set(rules.flatMap((raw) => itemsUnder(raw.node, 'tags').map(wordOf)))];
  if (tags.includes(tag)) return { kind: 'tag', tag };
  linker.report(problemAt('E327', tagNode.place, { saw: tag, expected: tags }));
  return undefined;
}
