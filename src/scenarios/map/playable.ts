import { get, type MapNode, type Node } from '../../document/node.ts';
import type { CaseFile } from '../../model/case-file.ts';
import type { Pack } from '../../model/pack.ts';
import { caseOf } from '../../pack/case/case-of.ts';
import { without } from '../../pack/read/node.ts';
import type { Problem } from '../../problems/problem.ts';
import { mapOf, type Named } from './story-map.ts';

/** What a stage reveals, or an option adds: facts and decisions, read against the pack. */
export type Step = Pick<CaseFile, 'facts' | 'decided'>;

export interface PlayableOption extends Named, Step {
  readonly then: string;
}

export interface PlayableStage extends Named, Step {
  readonly options: readonly PlayableOption[];
}

/** A staged scenario as far as the engine is concerned: what is known at each point of each way. */
export interface Playable {
  /** What is known before the first stage. */
  readonly base: CaseFile;
  readonly start: string;
  readonly stages: ReadonlyMap<string, PlayableStage>;
  readonly ends: ReadonlySet<string>;
}

/**
 * Reads everything of a staged scenario that the engine weighs, also what no test comes to; `undefined` for a flat one.
 *
 * E501 to E506, E511: what the pack does not have.
 */
export function playableOf(
  root: MapNode,
  pack: Pack,
  report: (problem: Problem) => void,
): Playable | undefined {
  const map = mapOf(root);
  if (!map) return undefined;
  const stepOf = (node: Node): Step => {
    const fields = ['facts', 'decided'].flatMap((key) => {
      const found = get(node, key);
      return found ? [{ key, at: found.place, node: found }] : [];
    });
    const { facts, decided } = caseOf({ kind: 'map', place: node.place, fields }, pack, { report });
    return { facts, decided };
  };
  return {
    base: caseOf(without(root, ['stages']), pack, { report }),
    start: map.start.id,
    stages: new Map(
      map.stages.map(({ id, place, node, options }) => [
        id,
        {
          id,
          place,
          ...stepOf(node),
          options: options.map((option) => ({
            id: option.id,
            place: option.place,
            then: option.then.id,
            ...stepOf(option.node),
          })),
        },
      ]),
    ),
    ends: new Set(map.ends.map(({ id }) => id)),
  };
}

/** What is known after one more step; later facts go before earlier ones. */
export function stepped(known: CaseFile, { facts, decided }: Step): CaseFile {
  return {
    ...known,
    facts: new Map([...known.facts, ...facts]),
    decided: new Map([...known.decided, ...decided]),
  };
}
