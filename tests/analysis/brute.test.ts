import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPack } from '../../src/analysis/check-pack.ts';
import type { Dilemma } from '../../src/model/case-file.ts';
import type { Finding } from '../../src/model/finding.ts';
import { type Fact, type Pack, VERDICTS, type Verdict } from '../../src/model/pack.ts';
import { type Generated, generated } from '../support/arbitrary.ts';
import { type Reading, read } from '../support/brute.ts';
import { dependsOn } from '../support/brute-depends.ts';
import { completions, holds, type World } from '../support/brute-worlds.ts';
import { always, SEED } from '../support/property.ts';
import { tinyPack } from '../support/tiny-pack.ts';
import { promising } from './checked.ts';

/** Enough for every world of a pack to be read; larger packs are left out. */
const MOST_WORLDS = 150;
const NOTHING: Dilemma = { facts: new Map(), screened: new Map(), considering: [], decided: new Map() };

interface Looked {
  readonly pack: Pack;
  readonly worlds: readonly World[];
  readonly readings: readonly Reading[];
  readonly findings: readonly Finding[];
}

/** Proves, and reads every world; a pack without a world is refused before. */
function look(pack: Pack): Looked {
  const worlds = completions(pack, NOTHING);
  fc.pre(worlds.length > 0 && worlds.length <= MOST_WORLDS);
  const { findings } = checkPack(pack);
  expect(findings.map(({ kind }) => kind)).not.toContain('not-proved');
  return { pack, worlds, readings: worlds.map((world) => read(pack, world)), findings };
}

function about(findings: readonly Finding[], kind: Finding['kind']): string[] {
  return findings
    .filter((finding) => finding.kind === kind)
    .map((finding) => finding.about.join(' '))
    .sort();
}

/** What a witness leaves open does not matter: the claim holds in every world that it allows, and there is one. */
function everywhere(
  pack: Pack,
  { witness }: Finding,
  claim: (reading: Reading, world: World) => boolean,
): void {
  expect(witness).toBeDefined();
  const worlds = completions(pack, witness ?? NOTHING);
  expect(worlds.length).toBeGreaterThan(0);
  expect(worlds.every((world) => claim(read(pack, world), world))).toBe(true);
}

/** The dilemmas of a reading, each as the sorted ids of its actions. */
function dilemmasIn({ open }: Reading): string[] {
  const left = new Set(open.map(({ action }) => action));
  const found: string[] = [];
  for (const start of left) {
    const joined = new Set([start]);
    for (const one of joined) {
      left.delete(one);
      for (const other of [...left].filter(({ id }) => one.excludes.includes(id))) joined.add(other);
    }
    found.push(
      [...joined]
        .map(({ id }) => id)
        .sort()
        .join(' '),
    );
  }
  return found;
}

const verdictIn = (reading: Reading, action: string): Verdict =>
  reading.verdicts.get(action)?.verdict ?? 'silent';

describe(`proofs against enumeration, PROPERTY_SEED=${SEED}`, { timeout: 120_000 }, () => {
  test('agrees on the dilemmas that nobody declared, on clashes, and on rules that never apply', () => {
    let seen = { dilemma: 0, clash: 0, idle: 0 };
    always(generated({ cycles: true, safeguards: false }), 250, ({ tiny }) => {
      const { pack, worlds, readings, findings } = look(tinyPack(tiny));
      const dilemmas = [...new Set(readings.flatMap(dilemmasIn))].sort();
      expect(about(findings, 'undeclared-dilemma')).toEqual(dilemmas);
      expect(about(findings, 'priorities-clash').length > 0).toBe(readings.some(({ fault }) => fault));
      const idle = [...pack.rules.values()]
        .filter(({ when, unless }) =>
          worlds.every(
            (world) => (when && !holds(when, world, pack)) || (unless && holds(unless, world, pack)),
          ),
        )
        .map(({ id }) => id as string)
        .sort();
      expect(about(findings, 'rule-never-applies')).toEqual(idle);
      for (const finding of findings) {
        const named = finding.about.join(' ');
        if (finding.kind === 'undeclared-dilemma')
          everywhere(pack, finding, (reading) => dilemmasIn(reading).includes(named));
        if (finding.kind === 'priorities-clash') everywhere(pack, finding, ({ fault }) => fault);
      }
      seen = {
        dilemma: seen.dilemma + Number(dilemmas.length > 0),
        clash: seen.clash + Number(readings.some(({ fault }) => fault)),
        idle: seen.idle + Number(idle.length > 0),
      };
    });
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(10);
  });

  test('agrees on the topics for which nothing is asked', () => {
    let seen = 0;
    always(generated({ safeguards: false }), 200, ({ tiny }) => {
      const { pack, worlds, readings, findings } = look(tinyPack(tiny));
      const asks = (reading: Reading): boolean =>
        [...reading.verdicts.values()].some(({ verdict }) =>
          ['must', 'should', 'contested'].includes(verdict),
        );
      const bare = [...pack.topics.keys()].filter((topic) =>
        worlds.some((world, index) => world.topics.has(topic) && !asks(readings[index] as Reading)),
      );
      expect(about(findings, 'nothing-recommended')).toEqual(bare.sort());
      for (const finding of findings.filter(({ kind }) => kind === 'nothing-recommended'))
        everywhere(
          pack,
          finding,
          (reading, { topics }) => topics.has(finding.about[0] ?? '') && !asks(reading),
        );
      seen += Number(bare.length === 1);
    });
    expect(seen).toBeGreaterThan(5);
  });

  test('agrees on the questions that never matter', () => {
    let seen = 0;
    always(generated({ safeguards: false }), 120, ({ tiny }) => {
      const { pack, worlds, readings, findings } = look(tinyPack(tiny));
      fc.pre(worlds.length <= 60);
      const bounds = [...pack.actions.keys()].map((action) =>
        dependsOn(
          pack,
          worlds,
          readings.map((reading) => verdictIn(reading, action)),
        ),
      );
      // A question to which the constraints leave one answer is never asked, and nothing is told of it.
      const facts = [...pack.facts.values()]
        .filter((fact) => answersIn(worlds, fact).length > 1)
        .map(({ id }) => id as string);
      const idle = about(findings, 'question-never-matters');
      expect(
        idle.filter((fact) => bounds.some(({ least }) => least.includes(fact))),
        'too much',
      ).toEqual([]);
      const surely = facts.filter((fact) => !bounds.some(({ most }) => most.includes(fact)));
      expect(
        surely.filter((fact) => !idle.includes(fact)),
        'too little',
      ).toEqual([]);
      seen += Number(idle.length > 0 && idle.length < facts.length);
    });
    expect(seen).toBeGreaterThan(10);
  });

  test('agrees on the answers that are never told apart', () => {
    let seen = 0;
    always(generated({ safeguards: false }), 120, ({ tiny }) => {
      const { pack, worlds, findings } = look(tinyPack(tiny));
      const idle = about(findings, 'question-never-matters');
      const told = about(findings, 'answers-never-differ');
      const twins = [...pack.facts.values()]
        .filter(({ id }) => !idle.includes(id))
        .flatMap((fact) => {
          const answers = answersIn(worlds, fact);
          const raws = rawWorlds(pack, fact.id);
          return answers.flatMap((one, index) =>
            answers
              .slice(index + 1)
              .filter((other) => raws.every((raw) => sameUnder(raw, [fact.id, one, other], pack)))
              .map((other) => `${fact.id} ${one} ${other}`),
          );
        });
      expect(told).toEqual(twins.sort());
      seen += Number(twins.length > 0);
    });
    expect(seen).toBeGreaterThan(10);
  });

  test('agrees on properties about verdicts', () => {
    const words = fc.subarray([...VERDICTS], { minLength: 1, maxLength: 6 });
    const form = fc.constantFrom('verdict', 'not-verdict');
    const seen = { proved: 0, 'property-fails': 0, 'property-empty': 0 };
    always(fc.tuple(generated({ safeguards: false }), words, form), 300, ([{ tiny }, verdicts, key]) => {
      const property = { whenever: 'named', then: { [key]: { a: verdicts } } };
      const { pack, worlds, readings, findings } = look(promising(tiny, { p: property }));
      const keeps = (reading: Reading): boolean =>
        verdicts.includes(verdictIn(reading, 'a')) === (key === 'verdict');
      const named = pack.concepts.get('named' as never)?.when;
      const meant = readings.filter((_, index) => named && holds(named, worlds[index] as World, pack));
      const expected =
        meant.length === 0 ? 'property-empty' : meant.every(keeps) ? 'proved' : 'property-fails';
      const finding = findings.find(({ kind }) => kind.startsWith('property-'));
      expect(finding?.kind ?? 'proved').toBe(expected);
      if (finding?.kind === 'property-fails')
        everywhere(
          pack,
          finding,
          (reading, world) => !!named && holds(named, world, pack) && !keeps(reading),
        );
      seen[expected] += 1;
    });
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(10);
  });

  test('agrees on what moves no verdict', () => {
    const seen = { yes: 0, no: 0 };
    always(
      fc.tuple(generated({ safeguards: false }), fc.nat(6)),
      200,
      ([{ tiny }, at]: [Generated, number]) => {
        const facts = Object.keys(tiny.facts ?? {});
        const fact = facts[at % facts.length] ?? '';
        const { pack, findings } = look(promising(tiny, { p: { 'unmoved-by': fact } }));
        const answers = (pack.facts.get(fact as never)?.answers ?? []).map(({ id }) => id as string);
        const moved = rawWorlds(pack, fact).some((raw) => {
          const told = answers.flatMap(
            (answer) => worldOf({ ...raw, facts: new Map([...raw.facts, [fact, answer]]) }, pack) ?? [],
          );
          return new Set(told.map((world) => wordsOf(read(pack, world)))).size > 1;
        });
        expect(about(findings, 'property-fails').length > 0).toBe(moved);
        seen[moved ? 'yes' : 'no'] += 1;
      },
    );
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(10);
  });
});

/** The answers to a question that some world has, in the author's order. */
function answersIn(worlds: readonly World[], { id, answers }: Fact): string[] {
  const left = new Set(worlds.map(({ facts }) => facts.get(id)));
  return answers.map((answer) => answer.id as string).filter((answer) => left.has(answer));
}

const wordsOf = ({ verdicts }: Reading): string =>
  [...verdicts].map(([action, { verdict }]) => `${action} ${verdict}`).join();

/** Every way to answer all questions but one, whether or not they arise. */
function rawWorlds(pack: Pack, without: string): World[] {
  let worlds: World[] = [{ topics: new Set(), facts: new Map() }];
  for (const topic of pack.topics.keys())
    worlds = worlds.flatMap((world) => [world, { ...world, topics: new Set([...world.topics, topic]) }]);
  for (const { id, answers } of [...pack.facts.values()].filter((fact) => fact.id !== without))
    worlds = worlds.flatMap((world) =>
      answers.map((answer) => ({
        ...world,
        facts: new Map([...world.facts, [id as string, answer.id as string]]),
      })),
    );
  fc.pre(worlds.length <= 4 * MOST_WORLDS);
  return worlds;
}

/** The world that some answers make: what does not arise does not apply. Undefined: the constraints refuse it. */
function worldOf(raw: World, pack: Pack): World | undefined {
  let world = raw;
  // A question comes after those that decide whether it arises: `late` is asked by x.
  for (const { id, topics, askedWhen } of pack.facts.values()) {
    const asked =
      (topics.length === 0 || topics.some((topic) => raw.topics.has(topic))) &&
      (askedWhen === undefined || holds(askedWhen, world, pack));
    if (!asked) world = { ...world, facts: new Map([...world.facts, [id, 'does-not-apply']]) };
  }
  return [...pack.constraints.values()].some(({ never }) => holds(never, world, pack)) ? undefined : world;
}

function sameUnder(raw: World, [fact, one, other]: readonly [string, string, string], pack: Pack): boolean {
  const [first, second] = [one, other].map((answer) => {
    const world = worldOf({ ...raw, facts: new Map([...raw.facts, [fact, answer]]) }, pack);
    return world ? wordsOf(read(pack, world)) : 'refused';
  });
  return first === second;
}
