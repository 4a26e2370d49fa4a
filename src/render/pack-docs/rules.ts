import type { PrincipleId } from '../../model/ids.ts';
import { MODALITIES, type Priority, type PriorityEnd, type Rule } from '../../model/pack.ts';
import { type Naming, wordsOf } from '../naming.ts';
import { conditionRows } from './conditions.ts';
import { actionLink, citationWords, principleLink, ruleTarget, sourceRows, targetOf } from './links.ts';
import {
  anchorOf,
  fill,
  type Inline,
  type Item,
  type PageBlock,
  type Piece,
  part,
  plainWords,
  row,
} from './page.ts';

/** Rules as their author wrote them: those of one name are one piece, in the order of the files. */
export function rulesByName(rules: Iterable<Rule>): Rule[][] {
  const byName = new Map<string, Rule[]>();
  for (const rule of rules) byName.set(rule.name, [...(byName.get(rule.name) ?? []), rule]);
  return [...byName.values()];
}

/** The rules of a principle, what must be done first, each as a sentence with its condition, reason and source. */
export function rulesOf(principle: PrincipleId, naming: Naming): PageBlock[] {
  const rules = [...naming.pack.rules.values()].filter(
    (rule) => rule.principle === principle && !rule.safeguard,
  );
  return MODALITIES.flatMap((modality) => {
    const pieces = rulesByName(rules.filter((rule) => rule.modality === modality));
    return part(
      naming.say(`docs.modality.${modality}`),
      modality,
      pieces.map((one) => rulePiece(one, naming)),
    );
  });
}

export function safeguardsOf(naming: Naming): PageBlock[] {
  const rules = [...naming.pack.rules.values()].filter(({ safeguard }) => safeguard);
  return rulesByName(rules).map((one) => rulePiece(one, naming));
}

function rulePiece(rules: readonly Rule[], naming: Naming): Piece {
  const { say } = naming;
  const [rule] = rules as readonly [Rule];
  const { title, acts } = titleOf(rules, naming);
  return {
    kind: 'piece',
    anchor: anchorOf('rule', rule.name),
    title,
    id: rule.name,
    also: wordsOf(rule.because, naming),
    rows: [
      ...row(say('docs.acts'), [], acts),
      ...(rule.safeguard ? row(say('docs.principle'), [principleLink(rule.principle, naming)]) : []),
      ...(rule.when
        ? conditionRows(say('docs.when'), rule.when, naming)
        : row(say('docs.when'), say('docs.always'))),
      ...conditionRows(say('docs.unless'), rule.unless, naming),
      ...row(say('docs.because'), wordsOf(rule.because, naming)),
      ...sourceRows([rule.source], naming),
      ...row(say('docs.absolute'), rule.absolute ? say('docs.absolute-means') : undefined),
      ...row(say('docs.tags'), rule.tags.join(', ')),
    ],
  };
}

/** One act stands in the sentence; of several, or of a group, each stands below it, so that each can be pointed to. */
function titleOf(rules: readonly Rule[], naming: Naming): { title: Inline; acts: Item[] } {
  const { say, pack } = naming;
  const [rule] = rules as readonly [Rule];
  const sentence = say(`docs.rule.${rule.modality}`);
  if (rules.length === 1 && rule.id === rule.name)
    return { title: fill(sentence, { action: [actionLink(rule.action, naming)] }), acts: [] };
  const group = rule.group && pack.groups.get(rule.group);
  const to = group && targetOf('groups', group.id);
  const named: Inline =
    group && to
      ? [{ kind: 'link', text: wordsOf(group.text, naming), to }]
      : [say('docs.several', { count: rules.length })];
  return { title: fill(sentence, { action: named }), acts: rules.map((one) => actItem(one, naming)) };
}

function actItem(rule: Rule, naming: Naming): Item {
  const act = actionLink(rule.action, naming);
  if (typeof act === 'string' || act.kind !== 'link') return { words: [act] };
  return { words: [{ ...act, anchor: anchorOf('rule', rule.id) }] };
}

/** A rule in one line, without its act, which leads to it. */
export function ruleLink(rule: Rule, naming: Naming): Inline {
  const { say } = naming;
  const text = say('docs.rule-line', {
    verdict: say(`verdict.${rule.modality}`),
    because: wordsOf(rule.because, naming),
  });
  return [{ kind: 'link', text, to: ruleTarget(rule) }];
}

export function priorityPiece(priority: Priority, naming: Naming): Piece {
  const { say } = naming;
  return {
    kind: 'piece',
    anchor: anchorOf('priority', priority.id),
    title: [wordsOf(priority.because, naming)],
    id: priority.id,
    rows: [
      ...row(say('docs.prefer'), endWords(priority.prefer, naming), endItems(priority.prefer, naming)),
      ...row(say('docs.over'), endWords(priority.over, naming), endItems(priority.over, naming)),
      ...conditionRows(say('docs.when'), priority.when, naming),
      ...row(say('docs.source'), citationWords(priority.source, naming)),
    ],
  };
}

function endWords(end: PriorityEnd, naming: Naming): Inline {
  if (end.kind === 'principle') return [principleLink(end.principle, naming)];
  return [{ kind: 'code', text: end.kind === 'rule' ? end.name : end.tag }];
}

/** The rules that stand at one end; those of a whole principle are on its page. */
function endItems(end: PriorityEnd, naming: Naming): Item[] {
  if (end.kind === 'principle') return [];
  return rulesByName(naming.pack.rules.values())
    .filter(([rule]) => rule && (end.kind === 'rule' ? rule.name === end.name : rule.tags.includes(end.tag)))
    .map((rules) => namedItem(rules, naming));
}

function namedItem(rules: readonly Rule[], naming: Naming): Item {
  const [rule] = rules as readonly [Rule];
  const text = plainWords(titleOf(rules, naming).title);
  const to = ruleTarget(rule, anchorOf('rule', rule.name));
  const because = wordsOf(rule.because, naming);
  return { words: fill(naming.say('docs.title-because'), { title: [{ kind: 'link', text, to }], because }) };
}
