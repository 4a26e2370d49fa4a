import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, compile } from '../../src/engine/assess.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Verdict } from '../../src/model/pack.ts';
import { type Generated, generated } from '../support/arbitrary.ts';
import { actionOf, judge, verdictSets, weigh } from '../support/judge.ts';
import { always, SEED } from '../support/property.ts';
import { terse } from '../support/terse.ts';
import type { TinyRule } from '../support/tiny-types.ts';
import { mirrored, renamed, shuffled, splitAny } from '../support/transform.ts';

const FOR: readonly string[] = ['must', 'should', 'may'];
const AGAINST: readonly string[] = ['must-not', 'should-not'];
/** A condition that no answer meets. */
const NEVER = { all: [{ topic: 'hurt' }, { not: { topic: 'hurt' } }] };

describe(`laws of the engine, PROPERTY_SEED=${SEED}`, { timeout: 120_000 }, () => {
  test('it says the same twice, and never throws, on cyclic packs and whatever is known', () => {
    always(generated({ cycles: true }), 300, ({ tiny, dilemma }) => {
      const { pack, dilemma: built, assessment } = judge(tiny, dilemma);
      expect(JSON.stringify(assess(compile(pack), built))).toBe(JSON.stringify(assessment));
    });
  });

  test('the order of keys changes nothing', () => {
    const orders = fc.array(fc.nat(), { minLength: 8, maxLength: 8 });
    always(fc.tuple(generated({ cycles: true }), orders), 200, ([{ tiny, dilemma }, order]) => {
      const { assessment } = judge(tiny, dilemma);
      const other = judge(shuffled(tiny, order), dilemma).assessment;
      expect(terse(other)).toEqual(terse(assessment));
    });
  });

  test('the names of rules, priorities and actions change nothing', () => {
    always(generated({ cycles: true }), 200, ({ tiny, dilemma }) => {
      const sets = verdictSets(weigh(tiny, dilemma).assessment);
      const other = verdictSets(weigh(renamed(tiny), dilemma).assessment);
      const back = Object.fromEntries(Object.keys(sets).map((id) => [id, other[`zz-${id}`]]));
      expect(back).toEqual(sets);
    });
  });

  test('doubling a rule changes no verdict', () => {
    always(fc.tuple(generated(), fc.nat(7)), 200, ([{ tiny, dilemma }, at]) => {
      const { pack, dilemma: built, assessment } = weigh(tiny, dilemma);
      const rules = [...pack.rules.values()];
      const rule = rules[at % rules.length];
      fc.pre(rule !== undefined);
      // The twin shares the name, so that every priority means it too.
      const twin = { ...rule, id: `${rule.id}-twin` as typeof rule.id };
      const doubled = { ...pack, rules: new Map([...pack.rules, [twin.id, twin]]) };
      expect(verdictSets(assess(compile(doubled), built, { changes: false }))).toEqual(
        verdictSets(assessment),
      );
    });
  });

  test('a rule that can never apply changes nothing', () => {
    always(
      fc.tuple(generated(), fc.constantFrom('must', 'must-not', 'may')),
      500,
      ([{ tiny, dilemma }, modality]) => {
        const before = terse(judge(tiny, dilemma).assessment);
        const rule = { [modality]: 'a', when: NEVER, of: 'justice', tags: ['one', 'two'] } as TinyRule;
        const after = terse(
          judge({ ...tiny, rules: { ...tiny.rules, 'never-applies': rule } }, dilemma).assessment,
        );
        expect(after).toEqual(before);
      },
    );
  });

  test('splitting `any` into two rules of one name changes no verdict', () => {
    always(generated({ cycles: true }), 200, ({ tiny, dilemma }) => {
      const { pack, dilemma: built, assessment } = weigh(tiny, dilemma);
      const split = splitAny(pack);
      fc.pre(split.rules.size > pack.rules.size && canBe(assessment));
      const other = assess(compile(split), built, { changes: false });
      fc.pre(assessment.packFaults.length === 0 && other.packFaults.length === 0);
      expect(verdictSets(other)).toEqual(verdictSets(assessment));
    });
  });

  test('without priorities, exclusions and may, swapping for and against mirrors all', () => {
    always(
      generated({ may: false, priorities: false, excludes: false, safeguards: false }),
      500,
      ({ tiny, dilemma }) => {
        const sets = verdictSets(weigh(tiny, dilemma).assessment);
        const other = verdictSets(weigh(mirrored(tiny), dilemma).assessment);
        const back = (word: string): string =>
          FOR.includes(word) ? `${word}-not` : word.endsWith('-not') ? word.slice(0, -4) : word;
        for (const [id, words] of Object.entries(sets)) expect(other[id]).toEqual(words.map(back).sort());
      },
    );
  });

  test('an own verdict is contested exactly when both sides stand, and never silent where a rule applies', () => {
    always(generated(), 300, ({ tiny, dilemma }) => {
      const { pack, assessment } = weigh(tiny, dilemma);
      for (const action of assessment.actions.filter(({ verdict }) => verdict !== 'depends')) {
        const sides = action.rules
          .filter(({ standing }) => standing)
          .map(({ id }) => FOR.includes(pack.rules.get(id)?.modality ?? ''));
        const applies = action.rules.some(({ possible }) => !possible);
        if (new Set(sides).size === 2) expect(['contested', ...AGAINST]).toContain(action.verdict);
        if (applies) expect(action.verdict).not.toBe('silent');
      }
    });
  });
});

describe(`knowing more, PROPERTY_SEED=${SEED}`, { timeout: 120_000 }, () => {
  test('one more answer only narrows a verdict set, and the set is the union over the answers', () => {
    always(fc.tuple(generated(), fc.nat(4)), 300, ([{ tiny, dilemma }, at]) => {
      const { pack, assessment } = weigh(tiny, dilemma);
      fc.pre(canBe(assessment));
      const open = [...pack.facts.values()].filter(({ id }) => !isAnswer(dilemma.facts?.[id]));
      const fact = open[at % Math.max(open.length, 1)];
      fc.pre(fact !== undefined);
      const before = verdictSets(assessment);
      const after = fact.answers
        .map(({ id }) => weigh(tiny, { ...dilemma, facts: { ...dilemma.facts, [fact.id]: id } }).assessment)
        .filter((other) => canBe(other) && parked(other) === parked(assessment))
        .map(verdictSets);
      for (const [action, words] of Object.entries(before)) {
        const union = [...new Set(after.flatMap((sets) => sets[action] ?? []))].sort();
        expect(words).toEqual(expect.arrayContaining(union));
        // Where the question may not arise, its not applying is one more way; so is what would park another answer.
        const every = after.length === fact.answers.length && fact.topics.length === 0 && !fact.askedWhen;
        if (every) expect(union).toEqual(words);
      }
    });
  });

  test('what a verdict does not depend on changes no verdict', () => {
    always(fc.tuple(generated(), fc.nat(4)), 200, ([{ tiny, dilemma }, at]) => {
      const { pack, assessment } = weigh(tiny, dilemma);
      fc.pre(canBe(assessment));
      const open = [...pack.facts.values()].filter(({ id }) => !isAnswer(dilemma.facts?.[id]));
      const fact = open[at % Math.max(open.length, 1)];
      fc.pre(fact !== undefined && fact.topics.length === 0 && !fact.askedWhen);
      const free = assessment.actions.filter(({ dependsOn }) => !dependsOn.includes(fact.id));
      for (const { id: answer } of fact.answers) {
        const other = weigh(tiny, { ...dilemma, facts: { ...dilemma.facts, [fact.id]: answer } }).assessment;
        if (!canBe(other) || parked(other) !== parked(assessment)) continue;
        for (const { id, possible } of free) expect(actionOf(other, id).possible).toEqual(possible);
      }
    });
  });

  test('two actions that exclude each other are never both asked', () => {
    always(generated({ cycles: true }), 500, ({ tiny, dilemma }) => {
      const { pack, assessment } = weigh(tiny, dilemma);
      const asked = assessment.actions.filter(({ verdict }) => verdict === 'must' || verdict === 'should');
      for (const { id } of asked) {
        for (const other of asked) expect(pack.actions.get(id)?.excludes).not.toContain(other.id);
      }
    });
  });
});

describe(`adding a reason, PROPERTY_SEED=${SEED}`, { timeout: 120_000 }, () => {
  const reasons = (sides: readonly string[]) =>
    fc.record({
      side: fc.constantFrom(...sides),
      of: fc.constantFrom('autonomy', 'justice'),
      tags: fc.subarray(['one', 'two']),
    });

  test('for an action: a must or should is never lost, and contested never turns into against', () => {
    always(fc.tuple(generated(), reasons(FOR)), 300, ([{ tiny, dilemma }, { side, of, tags }]) => {
      const changed = withReason({ tiny, dilemma }, { [side]: 'a', of, tags });
      fc.pre(changed !== null);
      const { before, after } = changed;
      if (before === 'must') expect(after).toBe('must');
      if (before === 'should') expect(['must', 'should']).toContain(after);
      if (before === 'contested') expect(['must', 'should', 'may', 'contested']).toContain(after);
    });
  });

  test('against an action: against never turns into for, and a must-not is never weakened', () => {
    always(fc.tuple(generated(), reasons(AGAINST)), 300, ([{ tiny, dilemma }, { side, of, tags }]) => {
      const changed = withReason({ tiny, dilemma }, { [side]: 'a', of, tags });
      fc.pre(changed !== null);
      const { before, after } = changed;
      if (before === 'should-not') expect(FOR).not.toContain(after);
      if (before === 'must-not') expect(after).toBe('must-not');
      if (before === 'contested') expect(['contested', ...AGAINST]).toContain(after);
    });
  });

  test('a reason that outranks every opponent under a condition wins on all of it on its own action', () => {
    always(generated({ excludes: false, safeguards: false }), 300, ({ tiny, dilemma }) => {
      const against = Object.entries(tiny.rules ?? {}).filter(([, rule]) => 'must-not' in (rule as object));
      fc.pre(against.every(([, rule]) => !('absolute' in (rule as object))));
      const winner: TinyRule = { must: 'a', of: 'competence' };
      const priorities = Object.fromEntries(against.map(([id], at) => [`wins-${at}`, `winner over ${id}`]));
      const { assessment } = weigh(
        { ...tiny, rules: { ...tiny.rules, winner }, priorities: { ...tiny.priorities, ...priorities } },
        dilemma,
      );
      fc.pre(canBe(assessment) && assessment.packFaults.length === 0);
      expect(actionOf(assessment, 'a').verdict).toBe('must');
    });
  });

  function withReason(
    { tiny, dilemma }: Generated,
    reason: TinyRule,
  ): { before: Verdict; after: Verdict } | null {
    const first = weigh(tiny, dilemma).assessment;
    const second = weigh({ ...tiny, rules: { ...tiny.rules, 'one-more': reason } }, dilemma).assessment;
    if (!canBe(first) || !canBe(second)) return null;
    const [before, after] = [actionOf(first, 'a').verdict, actionOf(second, 'a').verdict];
    if (first.packFaults.length > 0 || second.packFaults.length > 0) return null;
    return before === 'depends' || after === 'depends' ? null : { before, after };
  }
});

/** Whether the answers can hold together; where they cannot, nothing is said and no law speaks. */
function canBe({ contradiction, actions }: Assessment): boolean {
  return (
    contradiction.length === 0 && actions.length > 0 && actions.every(({ possible }) => possible.length > 0)
  );
}

/** An answer that closes the branch of another one parks it, and that takes knowledge away instead of adding some. */
function parked({ facts }: Assessment): number {
  return facts.filter(({ from }) => from === 'parked').length;
}

function isAnswer(value: unknown): boolean {
  return typeof value === 'string' && value !== 'unknown' && value !== 'withheld';
}
