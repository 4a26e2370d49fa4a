import type { CompiledRule } from '../engine/compiled.ts';
import { questionsOf, type Test } from '../engine/condition.ts';
import type { Finding } from '../model/finding.ts';
import { NOTHING_KNOWN, type Whole, witnessOf } from './whole.ts';

/**
 * The rules that apply in some dilemma only because a question does not arise there: what they deny was never asked.
 * Looked for are rules that apply nowhere once every question that they deny has to arise.
 */
export function firesUnasked(whole: Whole): Finding[] {
  const { compiled, findings } = whole;
  const { space } = findings;
  return compiled.components.flatMap(({ rules }) =>
    rules.flatMap((rule): Finding[] => {
      const arising = arisingOf(rule, whole);
      if (arising.length === 0 || usesFirstRound(rule)) return [];
      const applies: Test = { kind: 'all', of: [rule.when, { kind: 'not', of: rule.unless }] };
      const node = space.diagrams.within(() => space.possible(space.test(applies)));
      const asked = space.diagrams.within(() =>
        space.possible(space.test({ kind: 'all', of: [applies, ...arising] })),
      );
      if (node === undefined || asked === undefined) return [];
      if (space.valuesIn(asked).includes(true) || !space.valuesIn(node).includes(true)) return [];
      const witness = witnessOf(node, (value) => value === true, whole) ?? NOTHING_KNOWN;
      return [{ kind: 'rule-fires-unasked', about: [rule.rule.id], place: rule.rule.place, witness }];
    }),
  );
}

/** What it takes for the questions that a rule denies to arise. */
function arisingOf({ when, unless }: CompiledRule, { compiled }: Whole): Test[] {
  const denied = new Set(
    [...deniedIn(when, false), ...deniedIn(unless, true)].flatMap((test) => questionsOf(test)),
  );
  return [...denied].flatMap((question) => compiled.variables.get(question)?.asked ?? []);
}

/** The literals that stand under an odd number of negations. */
function deniedIn(test: Test, denied: boolean): Test[] {
  switch (test.kind) {
    case 'all':
    case 'any':
      return test.of.flatMap((part) => deniedIn(part, denied));
    case 'not':
      return deniedIn(test.of, !denied);
    default:
      return denied ? [test] : [];
  }
}

function usesFirstRound({ when, unless }: CompiledRule): boolean {
  const found = (test: Test): boolean => {
    if (test.kind === 'all' || test.kind === 'any') return test.of.some(found);
    return test.kind === 'not' ? found(test.of) : test.kind !== 'is';
  };
  return found(when) || found(unless);
}
