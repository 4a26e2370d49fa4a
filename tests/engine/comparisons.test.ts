import { expect, test } from 'vitest';
import { compile } from '../../src/engine/compile.ts';
import type { CompiledPack } from '../../src/engine/compiled-pack.ts';
import { plainly } from '../../src/engine/evaluator.ts';
import { findingsOf } from '../../src/engine/findings.ts';
import { knowledgeOf } from '../../src/engine/known.ts';
import type { ComponentOutcome } from '../../src/engine/outcome.ts';
import { MOST_STEPS, spaceOf } from '../../src/engine/space.ts';
import type { QuestionId } from '../../src/model/assessment.ts';
import type { Pack } from '../../src/model/pack.ts';
import { type Generated, generated } from '../support/arbitrary.ts';
import { read } from '../support/brute.ts';
import { completions, type World } from '../support/brute-worlds.ts';
import { always, SCALE, SEED } from '../support/property.ts';
import { outcome } from '../support/terse.ts';
import { tinyDilemma } from '../support/tiny-dilemma.ts';
import { tinyPack } from '../support/tiny-pack.ts';

const counted = { packs: 0, worlds: 0, verdicts: 0, outcomes: 0, sound: 0 };

/** Completions of one pack that are compared; each is one comparison for each action of the first round. */
const MOST_WORLDS = 500;

/** What occurred in the packs that were compared: what never occurs is never tested. */
const FEATURES: Readonly<Record<string, (pack: Pack) => boolean>> = {
  exceptions: ({ rules }) => [...rules.values()].some(({ unless }) => unless),
  bands: ({ facts }) => facts.has('age' as never),
  concepts: ({ rules }) => [...rules.values()].some(({ when }) => when?.kind === 'concept'),
  'priorities of rules': (pack) => hasPriority(pack, 'rule'),
  'priorities of tags': (pack) => hasPriority(pack, 'tag'),
  'priorities of principles': (pack) => hasPriority(pack, 'principle'),
  exclusions: ({ actions }) => [...actions.values()].some(({ excludes }) => excludes.length > 0),
  constraints: ({ constraints }) => constraints.size > 0,
  'questions that may not arise': ({ facts }) => [...facts.values()].some(({ askedWhen }) => askedWhen),
  'absolute rules': ({ rules }) => [...rules.values()].some(({ absolute }) => absolute),
  safeguards: ({ rules }) => [...rules.values()].some(({ safeguard }) => safeguard),
};

test(`compiled packs agree with the reading of the page in 100,000 cases and more, PROPERTY_SEED=${SEED}`, {
  timeout: 120_000,
}, () => {
  const occurred = new Map(Object.keys(FEATURES).map((name) => [name, 0]));
  always(generated({ cycles: true }), 1500, ({ tiny }: Generated) => {
    const pack = tinyPack(tiny);
    const dilemma = tinyDilemma({}, pack);
    const worlds = completions(pack, dilemma).slice(0, MOST_WORLDS);
    if (worlds.length === 0) return;
    counted.packs += 1;
    for (const [name, occurs] of Object.entries(FEATURES))
      occurred.set(name, (occurred.get(name) ?? 0) + Number(occurs(pack)));
    const compiledIn = compiledVerdicts(pack);
    for (const world of worlds) {
      const { verdicts } = read(pack, world);
      counted.worlds += 1;
      for (const told of compiledIn(world)) {
        counted.verdicts += told.size;
        // Compared plainly first: an expectation costs more than a comparison.
        const wanted = new Map([...told.keys()].map((id) => [id, outcome(verdicts.get(id) as never)]));
        if ([...told].some(([id, word]) => word !== wanted.get(id)))
          expect({ tiny, world, told }).toEqual({ tiny, world, told: wanted });
      }
    }
  });
  console.log(
    `compared: ${counted.packs} packs, ${counted.worlds} dilemmas, ${counted.verdicts} verdicts, ` +
      `${counted.outcomes} outcomes of components with their reasons (${counted.sound} without a fault of the pack); ` +
      [...occurred].map(([name, count]) => `${name} in ${count}`).join(', '),
  );
  const share = Math.min(1, SCALE);
  expect(counted.verdicts).toBeGreaterThanOrEqual(100_000 * share);
  expect(counted.sound).toBeGreaterThanOrEqual(5_000 * share);
  for (const [name, count] of occurred) expect({ [name]: count > 0 }).toEqual({ [name]: true });
});

/** The verdicts of the first round in one dilemma: as the diagrams of the pack hold them, and as its kernel gives them. */
function compiledVerdicts(pack: Pack): (world: World) => readonly ReadonlyMap<string, string>[] {
  const compiled = compile(pack);
  const dilemma = tinyDilemma({}, pack);
  const space = spaceOf(compiled, knowledgeOf(dilemma, compiled), MOST_STEPS);
  const nodes = [...findingsOf(dilemma, space).first.values()].map(({ outcome: node }) => node as number);
  const byKernel = kernelOutcomes(compiled);
  return (world) => {
    const values = valuesIn(world, compiled);
    const answers = compiled.levels.map(
      (question) => compiled.variables.get(question)?.answers.indexOf(values.get(question) ?? '') ?? -1,
    );
    // A function does not ask what does not arise: any answer will do.
    const walked = nodes.map((node) =>
      space.diagrams.restrict(node, (level) => Math.max(0, answers[level] ?? 0)),
    );
    return [walked.map((end) => space.diagrams.valueOf(end) as ComponentOutcome), byKernel(values)].map(
      wordsOf,
    );
  };
}

function valuesIn({ facts, topics }: World, { variables }: CompiledPack): Map<QuestionId, string> {
  return new Map(
    [...variables.keys()].map((question) => {
      const topic = question.slice('topic:'.length);
      return [
        question,
        question === `topic:${topic}` ? isYes(topics.has(topic)) : String(facts.get(question)),
      ];
    }),
  );
}

/**
 * What the kernel says of each component of the first round where all is known. Each different outcome is compared, with
 * all its reasons, with what the plain reading says.
 */
function kernelOutcomes(
  compiled: CompiledPack,
): (values: ReadonlyMap<QuestionId, string>) => readonly ComponentOutcome[] {
  const { components, kernel, outcomeBy } = compiled;
  const plain = plainly(compiled);
  const seen = new Set<ComponentOutcome>();
  return (values) => {
    const reading = kernel.read(values);
    return components
      .filter(({ round }) => round === 1)
      .map((component) => {
        const outcome = outcomeBy(component, reading) as ComponentOutcome;
        if (seen.has(outcome)) return outcome;
        seen.add(outcome);
        const said = plain.outcomeBy(component, plain.kernel.read(values)) as ComponentOutcome;
        counted.outcomes += 1;
        if (said.faults.length === 0) counted.sound += 1;
        expect(readOut(outcome)).toEqual(readOut(said));
        return outcome;
      });
  };
}

/** All that an outcome tells: it works out what it is asked for, and not before. */
function readOut({ actions, outcomes, contests, engagement, partings, faults }: ComponentOutcome): unknown {
  const yielding = contests.map(({ ways, yields }) => ways.map((way) => yields(way)));
  const told = contests.map(({ yields, ...rest }) => ({ ...rest, yields: typeof yields }));
  return { actions, outcomes, contests: told, yielding, engagement, partings, faults };
}

function isYes(holds: boolean): string {
  return holds ? 'yes' : 'no';
}

function wordsOf(outcomes: readonly ComponentOutcome[]): ReadonlyMap<string, string> {
  return new Map(
    outcomes.flatMap((one) => [...one.outcomes].map(([id, told]) => [id as string, outcome(told)])),
  );
}

function hasPriority({ priorities }: Pack, kind: string): boolean {
  return [...priorities.values()].some(({ prefer, over }) => prefer.kind === kind && over.kind === kind);
}
