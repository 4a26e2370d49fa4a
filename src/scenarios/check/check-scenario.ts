import { get, type MapNode, type Node } from '../../document/node.ts';
import { assess, type CompiledPack } from '../../engine/assess.ts';
import { knowledgeOf } from '../../engine/known.ts';
import type { Pack } from '../../model/pack.ts';
import { linkLaw } from '../../pack/link-law.ts';
import { problemAt } from '../../pack/problem-at.ts';
import { itemsUnder, wordOf } from '../../pack/read/node.ts';
import { inOrder } from '../../problems/in-order.ts';
import type { Problem } from '../../problems/problem.ts';
import { waivedIn } from '../covered/waived.ts';
import { type Playable, playableOf } from '../map/playable.ts';
import { mapOf, type StoryMap } from '../map/story-map.ts';
import { scenarioOf } from '../read-scenario.ts';
import { allStates } from '../walk/states.ts';
import type { ScenarioFinding } from './finding.ts';
import { structureProblems } from './structure.ts';
import { textFindings } from './text-findings.ts';

/** What a check of one scenario found. */
export interface ScenarioCheck {
  /** What the pack does not have: such a scenario cannot be judged. */
  readonly problems: readonly Problem[];
  /** In the order of the text. */
  readonly findings: readonly ScenarioFinding[];
}

export interface ScenarioToCheck {
  /** The file as the user named it, and what it holds; its shape is checked. */
  readonly file: string;
  readonly root: MapNode;
  readonly compiled: CompiledPack;
  /** Shared with others: what may wait in a draft of one's own is a fault. */
  readonly shared: boolean;
}

/** States whose facts are weighed: more would take longer than anybody waits while writing. */
const MOST_STATES = 300;

/** Finds everything that can be seen of a scenario without playing it. */
export function checkScenario({ file, root, compiled, shared }: ScenarioToCheck): ScenarioCheck {
  const { pack } = compiled;
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  scenarioOf(root, pack, { file, report });
  const playable = playableOf(root, pack, report);
  const walk = get(root, 'walk');
  for (const law of walk ? itemsUnder(walk, 'always') : []) linkLaw(law, '', { pack, report });
  const map = mapOf(root);
  const structure = map ? structureProblems(map) : [];
  const waived = map ? unknownWaivers(root, map) : [];
  const sound = problems.length === 0 && structure.length === 0 ? playable : undefined;
  const found: ScenarioFinding[] = [
    ...[...structure, ...waived].map((problem) => ({ weight: 'fault' as const, problem })),
    ...textFindings(root, pack, shared),
    ...(playable ? careFindings(root, pack, shared) : []),
    ...(sound ? impossibleWays(sound, compiled) : []),
  ];
  return { problems: inOrder(once(problems)), findings: inPlace(found) };
}

/** E526: a topic about safety, and no note on what the story speaks of. */
function careFindings(root: Node, pack: Pack, shared: boolean): ScenarioFinding[] {
  const care = get(root, 'care');
  if (care && itemsUnder(care, 'notes').length > 0) return [];
  const heavy = itemsUnder(root, 'topics').find((topic) =>
    [...pack.topics.values()].some(({ id, safety }) => safety && id === wordOf(topic)),
  );
  if (!heavy) return [];
  return [{ weight: shared ? 'fault' : 'warning', problem: problemAt('E526', heavy.place, wordOf(heavy)) }];
}

/** E527: what is known at some point cannot hold together, so that the rules say nothing there. */
function impossibleWays(playable: Playable, compiled: CompiledPack): ScenarioFinding[] {
  const { states } = allStates(playable, MOST_STATES);
  const told = new Set<string>();
  return states.flatMap(({ known, path, place }): ScenarioFinding[] => {
    if (!knowledgeOf(known, compiled).impossible) return [];
    const facts = assess(compiled, known, { changes: false }).contradiction;
    const at = place ?? playable.stages.get(playable.start)?.place;
    const name = `${at?.line}:${at?.column} ${facts.join(' ')}`;
    if (facts.length === 0 || !at || told.has(name)) return [];
    told.add(name);
    const way = [...path].map(([stage, option]) => `${stage}=${option}`).join(',');
    const problem = problemAt('E527', at, { saw: facts.join(', '), values: { path: way } });
    return [{ weight: 'note', problem }];
  });
}

/** E528: what is waived is declared nowhere. */
function unknownWaivers(root: Node, map: StoryMap): Problem[] {
  const options = map.stages.flatMap(({ id, options: own }) => own.map((option) => `${id}=${option.id}`));
  const expected = [...map.stages, ...map.ends].map(({ id }) => id).concat(options);
  return waivedIn(root)
    .filter(({ id }) => !expected.includes(id))
    .map(({ id, place }) => problemAt('E528', place, { saw: id, expected }));
}

function once(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, place, saw }) => {
    const name = `${place?.line}:${place?.column} ${code} ${saw}`;
    return !seen.has(name) && seen.add(name);
  });
}

function inPlace(findings: readonly ScenarioFinding[]): ScenarioFinding[] {
  const weights = new Map(findings.map(({ problem, weight }) => [problem, weight]));
  return inOrder(findings.map(({ problem }) => problem)).map((problem) => ({
    problem,
    weight: weights.get(problem) ?? 'note',
  }));
}
