import { get, type Node } from '../../document/node.ts';
import { itemsUnder, wordOf } from '../../pack/read/node.ts';
import type { ProblemPlace } from '../../problems/problem.ts';

/** A word of the file with the place where it stands. */
export interface Named {
  readonly id: string;
  readonly place: ProblemPlace;
}

export interface OptionOnMap extends Named {
  readonly node: Node;
  /** The stage or the end to which it leads. */
  readonly then: Named;
}

export interface StageOnMap extends Named {
  readonly node: Node;
  readonly options: readonly OptionOnMap[];
}

/** Where each choice of a staged scenario leads, in the author's order, whatever is wrong with it. */
export interface StoryMap {
  readonly start: Named;
  readonly stages: readonly StageOnMap[];
  readonly ends: readonly Named[];
}

/** Draws the map of a staged scenario whose shape is checked; `undefined` for a flat one. */
export function mapOf(root: Node): StoryMap | undefined {
  const stages = itemsUnder(root, 'stages').map(stageOf);
  const [first] = stages;
  if (!first) return undefined;
  const start = get(root, 'start');
  return {
    start: start ? { id: wordOf(start), place: start.place } : first,
    stages,
    ends: itemsUnder(root, 'ends').map((end) => named(end, 'id')),
  };
}

/** The options of a stage as they are written. */
export function optionsOf(stage: Node): readonly Node[] {
  const commit = get(stage, 'commit');
  return commit ? itemsUnder(commit, 'options') : [];
}

function stageOf(stage: Node): StageOnMap {
  return {
    ...named(stage, 'id'),
    node: stage,
    options: optionsOf(stage).map((option) => ({
      ...named(option, 'id'),
      node: option,
      then: named(option, 'then'),
    })),
  };
}

function named(node: Node, key: string): Named {
  const found = get(node, key);
  return { id: found ? wordOf(found) : '', place: (found ?? node).place };
}

/** The word under a key; `undefined`: left out, or no word. */
export function wordAt(node: Node, key: string): string | undefined {
  const found = get(node, key);
  return found?.kind === 'scalar' ? wordOf(found) : undefined;
}
