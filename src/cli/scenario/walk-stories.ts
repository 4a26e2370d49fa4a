import { get, type MapNode } from '../../document/node.ts';
import type { CompiledPack } from '../../engine/assess.ts';
import { numberOf } from '../../pack/read/node.ts';
import { InputError } from '../../problems/input-error.ts';
import type { Problem } from '../../problems/problem.ts';
import { print } from '../../render/print.ts';
import { playableOf } from '../../scenarios/map/playable.ts';
import { wordAt } from '../../scenarios/map/story-map.ts';
import { testOf } from '../../scenarios/walk/counterexample.ts';
import { lawsOf } from '../../scenarios/walk/laws.ts';
import { isFaulty, testsText, type WalkedStory, walkDoc, walkJson } from '../../scenarios/walk/walk-doc.ts';
import { wander } from '../../scenarios/walk/wander.ts';
import { EXIT } from '../exit-codes.ts';
import { deliver } from '../out.ts';
import { packLoader } from '../packs.ts';
import type { Shell } from '../shell.ts';
import type { WalkCommandOptions } from './author-options.ts';
import { candidatesOf, openCandidate } from './candidates.ts';

/** What is taken where neither the command nor the scenario says otherwise. */
const USUAL = { runs: 1000, seed: 1, max_steps: 40 } as const;

/** States of one story that are looked at one by one. */
const MOST_STATES = 2000;

/**
 * Walks through staged scenarios; flat ones are left out, but E831 is told where nothing is left. Ends with 1 where a law
 * is broken or a way leads to no end.
 */
export async function walkStories(
  shell: Shell,
  named: readonly string[],
  options: WalkCommandOptions,
): Promise<void> {
  const load = packLoader(shell);
  const candidates = await candidatesOf(shell, named);
  const found = await shell.each(candidates, async (candidate) => {
    const { input, root, compiled } = await openCandidate(shell, candidate, load);
    return walkStory({ file: input.file, root, compiled }, options);
  });
  const stories = found.filter((story) => story !== undefined);
  if (stories.length === 0 && found.length > 0)
    throw new InputError([{ code: 'E831', saw: candidates[0]?.file ?? '' }]);
  const look = shell.look('stdout');
  const text = options.json
    ? walkJson(stories)
    : stories.map((story) => `${print(walkDoc(story, shell.say), look)}${testsText(story)}`).join('\n');
  if (stories.length > 0) await deliver(shell, text, options.out);
  if (stories.some(isFaulty)) shell.raise(EXIT.found);
}

interface OneStory {
  readonly file: string;
  readonly root: MapNode;
  readonly compiled: CompiledPack;
}

function walkStory({ file, root, compiled }: OneStory, options: WalkCommandOptions): WalkedStory | undefined {
  const { pack } = compiled;
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const playable = playableOf(root, pack, report);
  const laws = lawsOf(root, pack, report);
  if (problems.length > 0) throw new InputError(problems);
  if (!playable) return undefined;
  const usual = (key: keyof typeof USUAL): number => {
    const walk = get(root, 'walk');
    const written = walk && get(walk, key);
    return (written && numberOf(written)) ?? USUAL[key];
  };
  const walked = wander({
    playable,
    compiled,
    laws,
    runs: options.runs ?? usual('runs'),
    seed: options.seed ?? usual('seed'),
    maxSteps: usual('max_steps'),
    mostStates: MOST_STATES,
  });
  const tests = walked.laws.flatMap(({ law, broken }) =>
    broken ? [[law.number, testOf(law, broken, { pack, playable })] as const] : [],
  );
  return { file, id: wordAt(root, 'id') ?? file, walked, tests: new Map(tests) };
}
