import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Pack, Rule } from '../../src/model/pack.ts';
import { generated } from '../support/arbitrary.ts';
import { type Reading, read, waysOut } from '../support/brute.ts';
import { dependsOn } from '../support/brute-depends.ts';
import { completions, holds, type World } from '../support/brute-worlds.ts';
import { type Judged, verdictSets, weigh } from '../support/judge.ts';
import { always, SEED } from '../support/property.ts';
import { outcome } from '../support/terse.ts';
import { type TinyDilemma, tinyDilemma } from '../support/tiny-dilemma.ts';
import { tinyPack } from '../support/tiny-pack.ts';
import type { TinyPack } from '../support/tiny-types.ts';

/** Enough for every completion to be read; larger spaces are left to the tests of the kernel. */
const MOST_WORLDS = 400;

describe(`brute force over all completions, PROPERTY_SEED=${SEED}`, { timeout: 120_000 }, () => {
  test('agrees on what can come of every action of the first round, cyclic packs included', {
    timeout: 120_000,
  }, () => {
    always(generated({ cycles: true }), 2000, ({ tiny, dilemma }) => {
      const judged = weigh(tiny, dilemma);
      const readings = allReadings(judged);
      fc.pre(readings.length > 0);
      expect(judged.assessment.contradiction).toEqual([]);
      const first = judged.assessment.actions.filter(({ round }) => round === 1);
      expect(first.map(({ exact }) => exact)).not.toContain(false);
      const got = verdictSets(judged.assessment);
      for (const { id } of first) expect({ [id]: got[id] }).toEqual({ [id]: words(readings, id) });
    });
  });

  test('agrees on the smallest sets of answers that contradict each other', () => {
    always(generated({ safeguards: false, priorities: false }), 500, ({ tiny, dilemma }) => {
      const { pack, dilemma: whole, assessment } = weigh(tiny, dilemma);
      const contradicts = (facts: readonly unknown[]): boolean =>
        completions(pack, { ...whole, facts: new Map([...whole.facts].filter(([id]) => facts.includes(id))) })
          .length === 0;
      // A pack whose constraints leave nothing even without answers is refused before.
      fc.pre(!contradicts([]));
      const told = assessment.contradiction;
      expect(told.length > 0).toBe(contradicts([...whole.facts.keys()]));
      for (const one of told) expect(contradicts(told.filter((other) => other !== one))).toBe(false);
      expect(told.length === 0 || contradicts(told)).toBe(true);
    });
  });

  test('agrees on the principles, where no safeguard adds a second round', () => {
    always(generated({ safeguards: false }), 700, ({ tiny, dilemma }) => {
      const judged = weigh(tiny, dilemma);
      const readings = allReadings(judged);
      fc.pre(readings.length > 0);
      expect(statuses(judged.assessment)).toEqual(principlesIn(readings, judged));
    });
  });

  test('agrees on the second round, where nothing in the first is contested', () => {
    always(generated({ excludes: false }), 500, ({ tiny, dilemma }) => {
      const judged = weigh(tiny, dilemma);
      const firstRound = { ...judged, pack: withoutSafeguards(judged) };
      const worlds = completions(judged.pack, judged.dilemma);
      fc.pre(worlds.length > 0 && worlds.length <= MOST_WORLDS);
      const both = worlds.map((world) => {
        const before = read(firstRound.pack, world);
        const contested = [...before.verdicts.values()].some(({ verdict }) => verdict === 'contested');
        const yielding = [...before.principles].filter(([, status]) => status === 'yields').map(([id]) => id);
        return contested ? null : read(judged.pack, { ...world, yielding: new Set(yielding) });
      });
      const readings = both.filter((reading) => reading !== null);
      fc.pre(readings.length === both.length);
      const got = verdictSets(judged.assessment);
      for (const { id } of judged.assessment.actions)
        expect({ [id]: got[id] }).toEqual({ [id]: words(readings, id) });
      expect(statuses(judged.assessment)).toEqual(principlesIn(readings, judged));
    });
  });

  test('agrees on what is owed in all, in some and in no ways out, where all facts are known', {
    timeout: 120_000,
  }, () => {
    const decisions = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.constantFrom('do' as const, 'do-not' as const),
    );
    always(fc.tuple(generated(), decisions), 500, ([{ tiny, dilemma }, decided]) => {
      const { world, known } = oneWorld(tiny, dilemma);
      const judged = weigh(tiny, { ...known, decided });
      const reading = read(withoutSafeguards(judged), world);
      const ways = waysOut(reading, judged.dilemma.decided);
      // Decisions that are no way out are left to the tables.
      fc.pre(ways.length > 0 && safeguarded(judged).length > 0);
      const rounds = ways.map((way) => {
        const { principles } = read(withoutSafeguards(judged), { ...world, way });
        const yielding = new Set(
          [...principles].filter(([, status]) => status === 'yields').map(([id]) => id),
        );
        const there = { ...world, yielding };
        return { there, verdicts: read(judged.pack, there).verdicts };
      });
      for (const rule of safeguarded(judged)) {
        const words = rounds.map(({ verdicts }) => verdicts.get(rule.action)?.verdict);
        // Owed is what the safeguard itself asks; that another one puts its action out is none of it.
        const asked = rounds.filter(
          ({ there, verdicts }) =>
            verdicts.get(rule.action)?.verdict === rule.modality && applies(rule, there, judged.pack),
        ).length;
        const owed = asked === 0 ? [] : [asked === words.length ? 'yes' : 'if'];
        const told = judged.assessment.safeguards.filter((one) => one.action === rule.action);
        if (!words.includes('contested')) {
          // One entry for each decision that is enough by itself.
          expect({ [rule.action]: [...new Set(told.map((one) => one.owed))] }).toEqual({
            [rule.action]: owed,
          });
        }
      }
    });
  });

  test('agrees on what is safe to say, and on what a precaution adds', () => {
    always(generated({ safeguards: false }), 500, ({ tiny, dilemma }) => {
      const judged = weigh(tiny, dilemma);
      const readings = allReadings(judged);
      fc.pre(readings.length > 0);
      const { settledFor, settledAgainst, asIf } = judged.assessment.meanwhile;
      const isFor = (verdict: string): boolean => ['must', 'should', 'may'].includes(verdict);
      expect([...settledFor].sort()).toEqual(allOf(readings, isFor));
      expect([...settledAgainst].sort()).toEqual(allOf(readings, (verdict) => verdict.endsWith('-not')));
      const given = dilemma.facts?.z;
      const wary =
        'z' in (tiny.facts ?? {}) &&
        (given === undefined || given === 'unknown' || typeof given === 'object');
      const cautious = wary ? { ...dilemma, facts: { ...dilemma.facts, z: 'high' } } : dilemma;
      const careful = allReadings({ ...judged, dilemma: tinyDilemma(cautious, judged.pack) });
      const added =
        careful.length === 0
          ? []
          : allOf(careful, isFor).filter((id) => !allOf(readings, isFor).includes(id));
      expect(asIf.actions.map(({ id }) => id).sort()).toEqual(added);
    });
  });

  test('agrees on the questions that a verdict depends on', () => {
    always(generated({ safeguards: false }), 300, agreesOnQuestions);
  });

  test('agrees on them where constraints together leave a question no answer, so that it cannot arise', () => {
    always(fc.tuple(generated({ safeguards: false }), unanswerable()), 300, ([{ tiny, dilemma }, never]) => {
      fc.pre('late' in (tiny.facts ?? {}) && 'y' in (tiny.facts ?? {}));
      agreesOnQuestions({ tiny: { ...tiny, constraints: never }, dilemma });
    });
  });
});

/** Constraints that leave no answer to a question that may not arise, where another one has this answer. */
function unanswerable(): fc.Arbitrary<TinyPack['constraints'] & object> {
  return fc.constantFrom('yes', 'no').map((y) => ({ one: { late: 'yes', y }, two: { late: 'no', y } }));
}

function agreesOnQuestions({ tiny, dilemma }: { tiny: TinyPack; dilemma: TinyDilemma }): void {
  const judged = weigh(tiny, dilemma);
  const worlds = completions(judged.pack, judged.dilemma);
  fc.pre(worlds.length > 0 && worlds.length <= 60);
  const readings = worlds.map((world) => read(judged.pack, world));
  for (const { id, dependsOn: got } of judged.assessment.actions) {
    const outcomes = readings.map((reading) => outcome(reading.verdicts.get(id) as never));
    const { least, most } = dependsOn(judged.pack, worlds, outcomes);
    expect({ [id]: got }, 'too little').toEqual({ [id]: expect.arrayContaining([...least]) });
    expect({ [id]: most }, 'too much').toEqual({ [id]: expect.arrayContaining([...got]) });
  }
}

/** A dilemma in which everything is known: the first completion, as a case file would write it. */
function oneWorld(tiny: TinyPack, dilemma: TinyDilemma): { world: World; known: TinyDilemma } {
  const pack = tinyPack(tiny);
  const [world] = completions(pack, tinyDilemma(dilemma, pack));
  fc.pre(world !== undefined);
  const facts = Object.fromEntries([...world.facts].filter(([, answer]) => answer !== 'does-not-apply'));
  const topics = [...world.topics];
  return { world, known: { facts, topics, screened: { hurt: world.topics.has('hurt') ? 'yes' : 'no' } } };
}

function safeguarded({ pack }: Judged): Rule[] {
  return [...pack.rules.values()].filter(({ safeguard }) => safeguard);
}

function applies({ when, unless }: Rule, world: World, pack: Pack): boolean {
  return (!when || holds(when, world, pack)) && !(unless && holds(unless, world, pack));
}

function allReadings({ pack, dilemma }: Judged): Reading[] {
  const worlds = completions(pack, dilemma);
  fc.pre(worlds.length <= MOST_WORLDS);
  return worlds.map((world) => read(pack, world));
}

function words(readings: readonly Reading[], action: string): string[] {
  return [...new Set(readings.map(({ verdicts }) => outcome(verdicts.get(action) as never)))].sort();
}

/** The actions of which this holds in every reading. */
function allOf(readings: readonly Reading[], holdsOf: (verdict: string) => boolean): string[] {
  const [first] = readings;
  return [...(first?.verdicts.keys() ?? [])]
    .filter((id) => readings.every(({ verdicts }) => holdsOf(verdicts.get(id)?.verdict ?? 'silent')))
    .sort();
}

/** The one status in all readings, or `unclear`. */
function principlesIn(readings: readonly Reading[], { pack }: Judged): Record<string, string> {
  return Object.fromEntries(
    [...pack.principles.keys()].map((id) => {
      const found = [...new Set(readings.map(({ principles }) => principles.get(id)))];
      return [id, found.length === 1 ? String(found[0]) : 'unclear'];
    }),
  );
}

function statuses({ principles }: Assessment): Record<string, string> {
  return Object.fromEntries(principles.map(({ id, status }) => [id, status]));
}

function withoutSafeguards({ pack }: Judged): Judged['pack'] {
  const second = new Set(
    [...pack.rules.values()].filter(({ safeguard }) => safeguard).map(({ action }) => action),
  );
  return { ...pack, rules: new Map([...pack.rules].filter(([, { action }]) => !second.has(action))) };
}
