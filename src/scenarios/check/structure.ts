import { problemAt } from '../../pack/problem-at.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Named, StageOnMap, StoryMap } from '../map/story-map.ts';

/**
 * What is wrong with where the choices of a story lead.
 *
 * E513: a choice leads to nothing. E514: a stage to which no choice leads. E515: an end that cannot be reached. E516: a
 * choice that leads back to a stage on its own way. E517: a name given twice. E519: the first stage is not there.
 */
export function structureProblems(map: StoryMap): Problem[] {
  const stages = new Map(map.stages.map((stage) => [stage.id, stage]));
  const ends = new Set(map.ends.map(({ id }) => id));
  const reached = reachedFrom(map.start.id, stages);
  const started = stages.has(map.start.id);
  return [
    ...(started
      ? []
      : [problemAt('E519', map.start.place, { saw: map.start.id, expected: [...stages.keys()] })]),
    ...map.stages.flatMap(({ options }) => options.flatMap(({ then }) => leadsNowhere(then, stages, ends))),
    // Where the way does not even begin, everything would be out of reach.
    ...(started
      ? [
          ...map.stages
            .filter(({ id }) => !reached.has(id))
            .map(({ id, place }) => unreached('E514', id, place)),
          ...map.ends
            .filter(({ id }) => !reached.has(id))
            .map(({ id, place }) => unreached('E515', id, place)),
          ...circles(map.start.id, stages),
        ]
      : []),
    ...twice([...map.stages, ...map.ends]),
    ...map.stages.flatMap(({ options }) => twice(options)),
  ];
}

type Stages = ReadonlyMap<string, StageOnMap>;

function leadsNowhere(then: Named, stages: Stages, ends: ReadonlySet<string>): Problem[] {
  if (stages.has(then.id) || ends.has(then.id)) return [];
  return [problemAt('E513', then.place, { saw: then.id, expected: [...stages.keys(), ...ends] })];
}

function unreached(code: 'E514' | 'E515', id: string, place: Named['place']): Problem {
  return problemAt(code, place, id);
}

/** Every stage and end to which some way leads from a stage, that stage too. */
function reachedFrom(start: string, stages: Stages): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const id of reached) for (const { then } of stages.get(id)?.options ?? []) reached.add(then.id);
  return reached;
}

/** Choices by which a way comes back to where it has been: a path names each stage once. */
function circles(start: string, stages: Stages): Problem[] {
  const found = new Map<Named, Problem>();
  const finished = new Set<string>();
  const visit = (id: string, way: readonly string[]): void => {
    if (finished.has(id)) return;
    for (const { then } of stages.get(id)?.options ?? []) {
      if (id === then.id || way.includes(then.id)) found.set(then, problemAt('E516', then.place, then.id));
      else visit(then.id, [...way, id]);
    }
    finished.add(id);
  };
  visit(start, []);
  return [...found.values()];
}

function twice(named: readonly Named[]): Problem[] {
  const first = new Map<string, Named>();
  return named.flatMap((one) => {
    const before = first.get(one.id);
    if (!before) first.set(one.id, one);
    return before ? [problemAt('E517', one.place, { saw: one.id, values: { line: before.place.line } })] : [];
  });
}
