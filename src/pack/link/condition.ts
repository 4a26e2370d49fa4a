import type { Field, Node } from '../../document/node.ts';
import type { Condition } from '../../model/condition.ts';
import type { ActionId, AnswerId, ConceptId, FactId, PrincipleId, TopicId } from '../../model/ids.ts';
import type { Answer } from '../../model/pack.ts';
import { problemAt } from '../problem-at.ts';
import { fieldsOf, isMap, itemsOf, numberOf, wordOf } from '../read/node.ts';
import { piecesOf } from '../read/sections.ts';
import { type Linker, refer, referAll, referWord } from './linker.ts';

/** Words that begin a condition and so are no ids of facts. */
export const CONDITION_WORDS = ['all', 'any', 'not', 'topic', 'yields', 'departs'] as const;

/** Words that may stand in a concept beside its condition. */
export const BESIDE_CONDITION = ['text', 'when', 'replaces'] as const;

/** A linker that knows the answers of every fact, as conditions need it. */
export interface ConditionLinker extends Linker {
  readonly answers: ReadonlyMap<string, readonly Answer[]>;
}

/** Where a condition stands: only a safeguard may say `yields` and `departs`. */
export type Standing = 'first-round' | 'safeguard';

/**
 * Reads a condition: a bare name is a concept, a mapping is *all of these*. `undefined` where a part could not be
 * linked; what is wrong was reported.
 */
export function conditionOf(
  linker: ConditionLinker,
  node: Node,
  standing: Standing = 'first-round',
): Condition | undefined {
  if (!isMap(node)) {
    const concept = refer<ConceptId>(linker, 'concepts', node);
    return concept && { kind: 'concept', concept };
  }
  return together(
    'all',
    fieldsOf(node).map((part) => partOf(linker, part, standing)),
  );
}

/** Joins conditions; one alone stands for itself, and one that could not be read spoils the whole. */
export function together(
  kind: 'all' | 'any',
  parts: readonly (Condition | undefined)[],
): Condition | undefined {
  const of = parts.filter((part) => part !== undefined);
  if (of.length < parts.length) return undefined;
  return of.length === 1 ? of[0] : { kind, of };
}

function partOf(linker: ConditionLinker, part: Field, standing: Standing): Condition | undefined {
  switch (part.key) {
    case 'all':
    case 'any':
      return together(
        part.key,
        itemsOf(part.node).map((item) => conditionOf(linker, item, standing)),
      );
    case 'not': {
      const of = conditionOf(linker, part.node, standing);
      return of && { kind: 'not', of };
    }
    case 'topic':
      return together(
        'any',
        itemsOf(part.node).map((item) => topicOf(linker, item)),
      );
    case 'yields':
    case 'departs':
      return inSafeguard(linker, part, standing);
    default:
      return factOf(linker, part);
  }
}

function topicOf(linker: ConditionLinker, node: Node): Condition | undefined {
  const topic = refer<TopicId>(linker, 'topics', node);
  return topic && { kind: 'topic', topic };
}

function inSafeguard(linker: ConditionLinker, part: Field, standing: Standing): Condition | undefined {
  if (standing !== 'safeguard') {
    linker.report(problemAt('E401', part.at, part.key));
    return undefined;
  }
  if (part.key === 'yields') {
    return together(
      'any',
      itemsOf(part.node).map((item) => ({ kind: 'yields', principle: wordOf(item) as PrincipleId })),
    );
  }
  return together(
    'all',
    fieldsOf(part.node).map(({ key, node }) =>
      departsFrom(linker, key === 'must' ? 'must' : 'must-not', node),
    ),
  );
}

function departsFrom(linker: Linker, from: 'must' | 'must-not', node: Node): Condition | undefined {
  const actions = referAll<ActionId>(linker, 'actions', node);
  if (actions.length < itemsOf(node).length) return undefined;
  return together(
    'any',
    actions.map((action) => ({ kind: 'departs', from, action })),
  );
}

function factOf(linker: ConditionLinker, part: Field): Condition | undefined {
  const fact = factNamed(linker, part);
  if (!fact) return undefined;
  const answers = linker.answers.get(fact);
  if (!answers) return undefined;
  const chosen = isMap(part.node)
    ? comparedOf(linker, fact, { comparison: part.node, answers })
    : answersOf(linker, fact, { node: part.node, answers });
  return chosen && { kind: 'fact', fact, answers: chosen };
}

/** A concept taken for a fact (`able-to-decide: yes`) is told with its own code: it stands alone. */
function factNamed(linker: Linker, { key, at }: Field): FactId | undefined {
  if (!piecesOf(linker.merged, 'facts').has(key) && piecesOf(linker.merged, 'concepts').has(key)) {
    linker.report(problemAt('E315', at, key));
    return undefined;
  }
  return referWord<FactId>(linker, 'facts', { word: key, at });
}

/** Reads one answer or a list of answers. E302: the fact has no such answer. */
export function answersOf(
  linker: Pick<Linker, 'report'>,
  fact: string,
  { node, answers }: { readonly node: Node; readonly answers: readonly Answer[] },
): AnswerId[] | undefined {
  const known = answers.map(({ id }) => id);
  const saw = itemsOf(node);
  const chosen = saw.flatMap((item) => {
    const answer = known.find((id) => id === wordOf(item));
    if (answer) return [answer];
    linker.report(problemAt('E302', item.place, { saw: wordOf(item), expected: known, values: { fact } }));
    return [];
  });
  return chosen.length === saw.length ? [...new Set(chosen)] : undefined;
}

interface Compared {
  readonly comparison: Node;
  readonly answers: readonly Answer[];
}

/** Turns `below` and `at-least` into the bands that they cover. E318: no edge. E319: no bands. E338: none is left. */
function comparedOf(linker: Linker, fact: string, { comparison, answers }: Compared): AnswerId[] | undefined {
  const edges = answers.flatMap(({ band }) => (band && Number.isFinite(band.below) ? [band.below] : []));
  if (edges.length === 0) {
    linker.report(problemAt('E319', comparison.place, { saw: fact, values: { fact } }));
    return undefined;
  }
  let left = [...answers];
  for (const { key, node } of fieldsOf(comparison)) {
    const edge = numberOf(node);
    if (edge === undefined || !edges.includes(edge)) {
      linker.report(
        problemAt('E318', node.place, { saw: wordOf(node), expected: edges.map(String), values: { fact } }),
      );
      return undefined;
    }
    left = left.filter(({ band }) => band && (key === 'below' ? band.below <= edge : band.from >= edge));
  }
  if (left.length > 0) return left.map(({ id }) => id);
  linker.report(problemAt('E338', comparison.place, { saw: fact, values: { fact } }));
  return undefined;
}
