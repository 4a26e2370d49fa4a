import type { Node } from '../engine/diagram.ts';
import { search } from '../engine/search.ts';
import type { Dilemma } from '../model/case-file.ts';
import type { Finding } from '../model/finding.ts';
import type { TopicId } from '../model/ids.ts';
import type { Action } from '../model/pack.ts';
import { dilemmaOn, isNone, isTopic, verdictNode, type Whole } from './whole.ts';

/** Branches of one search: each costs well under a millisecond. */
const MOST_BRANCHES = 20_000;

/** The topics with a dilemma in which nothing is asked of the worker but conduct and records, each with such a dilemma. */
export function nothingRecommended(whole: Whole): Finding[] {
  const acts = [...whole.pack.actions.values()].filter(isAct);
  const asking = acts.map(({ id }) => {
    const node = verdictNode(id, whole);
    return node === undefined ? undefined : asksIn(node, whole);
  });
  const known = asking.filter((node) => node !== undefined);
  const unasked = known.map((node) => notIn(node, whole));
  return [...whole.pack.topics.values()].flatMap(({ id, place }): Finding[] => {
    const about = [id];
    const witness = holeIn(id, unasked, whole);
    if (witness === undefined) return [{ kind: 'not-proved', about }];
    if (witness === 'none') return [];
    // An action without a diagram may be what is asked there.
    if (known.length < acts.length) return [{ kind: 'not-proved', about }];
    return [{ kind: 'nothing-recommended', about, place, witness }];
  });
}

/** An action that does something about a dilemma, apart from how one behaves and what one writes down. */
export function isAct({ kind }: Action): boolean {
  return kind !== 'conduct' && kind !== 'record';
}

function asksIn(node: Node, { findings }: Whole): Node | undefined {
  const { diagrams, map } = findings.space;
  return diagrams.within(() => map(node, (value) => !isNone(value, ['must', 'should', 'contested'])));
}

/**
 * A dilemma where a topic is marked and no action is asked: looked for where no other topic is marked, then everywhere.
 * Undefined: the search took too long.
 */
function holeIn(topic: TopicId, unasked: readonly Node[], whole: Whole): Dilemma | 'none' | undefined {
  const { space } = whole.findings;
  const others = [...whole.pack.topics.keys()].filter((other) => other !== topic);
  const marked = (one: TopicId): Node =>
    space.test({ kind: 'is', question: `topic:${one}`, answers: ['yes'] });
  const start = [space.possible(marked(topic)), ...unasked];
  const core = new Set<Node>();
  const unmarked = others.map((other) => notIn(marked(other), whole));
  const alone = searched([...unmarked, ...start], whole, (node) => core.add(node));
  if (alone !== 'none') return alone?.dilemma;
  // What is asked of this topic by itself is mostly asked whatever else is marked, and few actions show it: more of
  // them are looked at only where those few leave a dilemma.
  const looked = new Set([...start.slice(0, 1), ...start.filter((node) => core.has(node))]);
  for (;;) {
    const found = searched([...looked], whole);
    if (found === 'none' || found === undefined) return found;
    const unmet = start.filter((node) => !looked.has(node) && !holdsOn(node, found.path, whole));
    if (unmet.length === 0) return found.dilemma;
    for (const node of unmet) looked.add(node);
  }
}

/** Whether a function holds on a way through the questions, however the others are answered. */
function holdsOn(node: Node, path: ReadonlyMap<number, number>, { findings }: Whole): boolean {
  const { diagrams, yes } = findings.space;
  return [...path].reduce((left, [level, answer]) => diagrams.under(left, level, answer), node) === yes;
}

/** Holds where a yes-or-no function does not. */
function notIn(node: Node, { findings }: Whole): Node {
  return findings.space.map(node, (value) => value !== true);
}

function searched(
  functions: readonly Node[],
  whole: Whole,
  refusing: (node: Node) => void = () => undefined,
): { dilemma: Dilemma; path: ReadonlyMap<number, number> } | 'none' | undefined {
  const { space } = whole.findings;
  const { levels, variables } = whole.compiled;
  const answers = levels.map((level) => [...(variables.get(level)?.answers.keys() ?? [])]);
  const found = search(functions, {
    diagrams: space.diagrams,
    yes: space.yes,
    // No topic is marked that need not be.
    answersOf: (level) => (isTopic(level, whole) ? [1, 0] : (answers[level] ?? [])),
    most: MOST_BRANCHES,
    refusing,
  });
  return found === 'none' || found === undefined ? found : { dilemma: dilemmaOn(found, whole), path: found };
}
