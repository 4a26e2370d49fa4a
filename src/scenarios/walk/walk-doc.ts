import { type Block, type Doc, entry, gap, heading, text, title } from '../../render/doc.ts';
import { json } from '../../render/json.ts';
import type { Say } from '../../text/say.ts';
import type { State } from './states.ts';
import type { LawResult, Walked } from './wander.ts';

/** The walks through one scenario, with the tests that show where its laws are broken. */
export interface WalkedStory {
  readonly file: string;
  readonly id: string;
  readonly walked: Walked;
  /** By the number of the law. */
  readonly tests: ReadonlyMap<number, string>;
}

/** Whether a law is broken, or a walk came to no end. */
export function isFaulty({ walked }: WalkedStory): boolean {
  return walked.lost > 0 || walked.laws.some(({ broken }) => broken);
}

/** Tells what the walks came to, and the laws; what is broken is told as a test that can be pasted. */
export function walkDoc({ id, walked, tests }: WalkedStory, say: Say): Doc {
  const { runs, seed, ways, states, complete, hits, lost, lostAt, laws } = walked;
  const hit = (counts: ReadonlyMap<string, number>): Block[] =>
    [...counts].map(([name, count]) => entry(String(count), name));
  return [
    title(say('walk.random.title', { id })),
    text(say('walk.random.runs', { runs, seed })),
    text(say(complete ? 'walk.random.complete' : 'walk.random.incomplete', { ways, states })),
    ...(lost > 0 ? [text(say('walk.random.lost', { count: lost, path: pathWords(lostAt, say) }))] : []),
    gap,
    heading(say('walk.random.stages')),
    ...hit(hits.stages),
    heading(say('walk.random.options')),
    ...hit(hits.options),
    heading(say('walk.random.ends')),
    ...hit(hits.ends),
    ...(laws.length > 0
      ? [
          gap,
          heading(say('walk.random.laws')),
          ...laws.flatMap((law) => lawBlocks(law, { say, complete, tests })),
        ]
      : []),
  ];
}

function lawBlocks(
  { law, spoke, broken }: LawResult,
  { say, complete, tests }: { say: Say; complete: boolean; tests: ReadonlyMap<number, string> },
): Block[] {
  const values = { number: law.number, place: `${law.place.line}:${law.place.column}`, points: spoke };
  if (!broken) {
    if (spoke === 0) return [text(say('walk.random.law-silent', values))];
    return [text(say(complete ? 'walk.random.law-proved' : 'walk.random.law-held', values))];
  }
  return [
    text([{ text: say('walk.random.law-broken', values), style: 'strong' }]),
    text(say('walk.random.law-path', { path: pathWords(broken, say) })),
    ...(tests.has(law.number) ? [text(say('walk.random.law-test'))] : []),
  ];
}

/** The tests to paste, as they stand in a file: printed below, for a document wraps lines. */
export function testsText({ tests }: WalkedStory): string {
  return [...tests.values()].join('');
}

function pathWords(state: State | undefined, say: Say): string {
  const path = [...(state?.path ?? [])].map(([stage, option]) => `${stage}=${option}`);
  return path.length === 0 ? say('walk.random.start') : path.join(',');
}

/** The same for programs. */
export function walkJson(stories: readonly WalkedStory[]): string {
  return json({
    schema: 'timbang.scenario-walk/1',
    files: stories.map(({ file, id, walked, tests }) => ({
      file,
      id,
      runs: walked.runs,
      seed: walked.seed,
      ways: walked.ways,
      states: walked.states,
      complete: walked.complete,
      lost: walked.lost,
      hits: {
        stages: Object.fromEntries(walked.hits.stages),
        options: Object.fromEntries(walked.hits.options),
        ends: Object.fromEntries(walked.hits.ends),
      },
      laws: walked.laws.map(({ law, spoke, broken }) => ({
        number: law.number,
        line: law.place.line,
        column: law.place.column,
        points: spoke,
        holds: !broken,
        proved: walked.complete && !broken,
        path: broken ? Object.fromEntries(broken.path) : null,
        test: tests.get(law.number) ?? null,
      })),
    })),
  });
}
