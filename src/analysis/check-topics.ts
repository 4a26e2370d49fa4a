import type { Node } from '../engine/diagram.ts';
import type { Finding } from '../model/finding.ts';
import type { TopicId } from '../model/ids.ts';
import type { Action } from '../model/pack.ts';
import { isNone, verdictNode, type Whole, witnessOf } from './whole.ts';

/** The topics with a dilemma in which nothing is asked of the worker but conduct and records, each with such a dilemma. */
export function nothingRecommended(whole: Whole): Finding[] {
  const acts = [...whole.pack.actions.values()].filter(isAct);
  const asking = acts.map(({ id }) => {
    const node = verdictNode(id, whole);
    return node === undefined ? undefined : asksIn(node, whole);
  });
  const known = asking.filter((node) => node !== undefined);
  return [...whole.pack.topics.values()].flatMap(({ id, place }): Finding[] => {
    const about = [id];
    const hole = whole.findings.space.diagrams.within(() => holeIn(id, known, whole));
    if (hole === undefined) return [{ kind: 'not-proved', about }];
    const witness = witnessOf(hole, (value) => value === true, whole);
    if (!witness) return [];
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
 * Where a topic is marked and no action is asked: looked for where no other topic is marked, then everywhere.
 * Undefined: too large.
 */
function holeIn(topic: TopicId, asking: readonly Node[], whole: Whole): Node | undefined {
  const { space } = whole.findings;
  const others = [...whole.pack.topics.keys()].filter((other) => other !== topic);
  const levels = new Set(others.map((other) => space.levelOf(`topic:${other}`)));
  const alone = (node: Node) => space.diagrams.restrict(node, (level) => (levels.has(level) ? 1 : undefined));
  const start = space.possible(space.test({ kind: 'is', question: `topic:${topic}`, answers: ['yes'] }));
  const simplest = uncovered(alone(start), asking.map(alone), whole);
  if (simplest !== undefined && simplest !== space.no) {
    // The other topics are no part of it, and the witness has to say so.
    return space.diagrams.apply(
      [
        simplest,
        ...others.map((other) => space.test({ kind: 'is', question: `topic:${other}`, answers: ['yes'] })),
      ],
      ([open, ...marked]) => (open === space.yes && !marked.includes(space.yes) ? space.yes : space.no),
    );
  }
  return uncovered(start, asking, whole);
}

/** What is left of a function where none of some others holds; the simplest are tried first. */
function uncovered(start: Node, covers: readonly Node[], { findings }: Whole): Node | undefined {
  const { diagrams, yes, no } = findings.space;
  return diagrams.within(() => {
    const size = (node: Node) => diagrams.support(node).length;
    const order = [...covers].sort((one, other) => size(one) - size(other));
    return order.reduce<Node>(
      (left, cover) =>
        left === no
          ? no
          : diagrams.apply([left, cover], ([open, asked]) => (open === yes && asked === no ? yes : no)),
      start,
    );
  });
}
