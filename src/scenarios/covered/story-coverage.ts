import { get, type Node } from '../../document/node.ts';
import { fieldsOf, itemsUnder, numberOf, wordOf } from '../../pack/read/node.ts';
import { mapOf, type StoryMap } from '../map/story-map.ts';
import { type Waived, waivedIn } from './waived.ts';

/** How much of what is declared the tests come to. */
export interface Counted {
  readonly reached: number;
  /** What is declared, without what is waived. */
  readonly of: number;
  readonly missing: readonly string[];
  readonly waived: readonly Pick<Waived, 'id' | 'because'>[];
  /** Percent that the scenario asks for. */
  readonly goal?: number;
}

/** Coverage of one staged scenario by its own tests. */
export interface StoryCoverage {
  readonly stages: Counted;
  /** `stage=option`. */
  readonly options: Counted;
  readonly ends: Counted;
}

/** What of a staged scenario its tests come to; `undefined` for a flat one. */
export function storyCoverage(root: Node): StoryCoverage | undefined {
  const map = mapOf(root);
  if (!map) return undefined;
  const reached = new Set(itemsUnder(root, 'tests').flatMap((test) => reachedBy(pathOf(test), map)));
  const waived = waivedIn(root);
  const coverage = get(root, 'coverage');
  const count = (declared: readonly string[], key: string): Counted => {
    const own = waived.filter(({ id }) => declared.includes(id));
    const counted = declared.filter((id) => !own.some((one) => one.id === id));
    const goal = coverage && get(coverage, key);
    const percent = goal && numberOf(goal);
    return {
      reached: counted.filter((id) => reached.has(id)).length,
      of: counted.length,
      missing: counted.filter((id) => !reached.has(id)),
      waived: own.map(({ id, because }) => ({ id, because })),
      ...(percent !== undefined && { goal: percent }),
    };
  };
  const options = map.stages.flatMap(({ id, options: own }) => own.map((option) => `${id}=${option.id}`));
  return {
    stages: count(
      map.stages.map(({ id }) => id),
      'stages',
    ),
    options: count(options, 'options'),
    ends: count(
      map.ends.map(({ id }) => id),
      'ends',
    ),
  };
}

/** Whole percent, rounded down: 100 is said of all and of nothing less. Nothing to reach is all of it. */
export function percentOf({ reached, of }: Pick<Counted, 'reached' | 'of'>): number {
  return of === 0 ? 100 : Math.floor((reached * 100) / of);
}

/** Whether less is reached than the scenario asks for. */
export function isShort(counted: Counted): boolean {
  return counted.goal !== undefined && percentOf(counted) < counted.goal;
}

function pathOf(test: Node): ReadonlyMap<string, string> {
  const path = get(test, 'path');
  return new Map((path ? fieldsOf(path) : []).map(({ key, node }) => [key, wordOf(node)]));
}

/** Stages, options and the end on the way that a path takes. */
function reachedBy(path: ReadonlyMap<string, string>, { start, stages }: StoryMap): string[] {
  const reached: string[] = [];
  let here = start.id;
  while (!reached.includes(here)) {
    reached.push(here);
    const stage = stages.find(({ id }) => id === here);
    const option = stage?.options.find(({ id }) => id === path.get(here));
    if (!stage || !option) break;
    reached.push(`${stage.id}=${option.id}`);
    here = option.then.id;
  }
  return reached;
}
