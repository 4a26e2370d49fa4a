import type { Component } from '../src/engine/compiled.ts';
import type { CompiledPack } from '../src/engine/compiled-pack.ts';
import type { Test } from '../src/engine/condition.ts';
import type { ComponentOutcome } from '../src/engine/outcome.ts';
import type { QuestionId } from '../src/model/assessment.ts';

/** Answers by level of `CompiledPack.levels`: the index of each, or this where the question does not arise. */
export const NOT_ASKED = 31;

/** Says what each component of the first round comes to where all facts are known. */
export type Decider = (answers: ArrayLike<number>) => readonly ComponentOutcome[];

type Check = (answers: ArrayLike<number>) => boolean;

/** A component with its rules' and priorities' conditions, and the outcome of each pattern of them that was met. */
interface Table {
  readonly component: Component;
  /** Those of the rules, then those of the priorities. */
  readonly checks: readonly Check[];
  readonly met: Map<number | string, ComponentOutcome>;
}

/** Bits of a pattern that one number holds. */
const BITS = 30;

/**
 * Makes the first round of a pack ready for very many dilemmas in which all facts are known: each answer is tested by
 * one mask, and each pattern of applying rules is evaluated once, by the same evaluator that everything else uses, with
 * its explanation. Costs one pass over the pack.
 */
export function deciderOf(compiled: CompiledPack): Decider {
  const levels = new Map(compiled.levels.map((question, level) => [question, level]));
  const tables = compiled.components
    .filter(({ round }) => round === 1)
    .map((component): Table => {
      return {
        component,
        checks: [
          ...component.rules.map(({ when, unless }): Check => {
            const [holds, bars] = [checkOf(when, levels, compiled), checkOf(unless, levels, compiled)];
            return (answers) => holds(answers) && !bars(answers);
          }),
          ...component.priorities.map(({ when }) => checkOf(when, levels, compiled)),
        ],
        met: new Map(),
      };
    });
  return (answers) => tables.map((table) => outcomeIn(table, answers, compiled));
}

function outcomeIn(
  { component, checks, met }: Table,
  answers: ArrayLike<number>,
  compiled: CompiledPack,
): ComponentOutcome {
  const key = keyOf(checks, answers);
  const seen = met.get(key);
  if (seen) return seen;
  const found = checks.map((check) => check(answers));
  const outcome = compiled.evaluate(component, {
    applies: found.slice(0, component.rules.length),
    holds: found.slice(component.rules.length),
  });
  met.set(key, outcome);
  return outcome;
}

/** The pattern as one number where it fits into one, otherwise as several in a text. */
function keyOf(checks: readonly Check[], answers: ArrayLike<number>): number | string {
  let text = '';
  let bits = 0;
  for (let at = 0; at < checks.length; at += 1) {
    if (at > 0 && at % BITS === 0) {
      text += `${bits} `;
      bits = 0;
    }
    if (checks[at]?.(answers)) bits |= 1 << (at % BITS);
  }
  return text === '' ? bits : text + bits;
}

function checkOf(test: Test, levels: ReadonlyMap<QuestionId, number>, compiled: CompiledPack): Check {
  switch (test.kind) {
    case 'all': {
      const parts = test.of.map((part) => checkOf(part, levels, compiled));
      return (answers) => {
        for (let at = 0; at < parts.length; at += 1) if (!parts[at]?.(answers)) return false;
        return true;
      };
    }
    case 'any': {
      const parts = test.of.map((part) => checkOf(part, levels, compiled));
      return (answers) => {
        for (let at = 0; at < parts.length; at += 1) if (parts[at]?.(answers)) return true;
        return false;
      };
    }
    case 'not': {
      const part = checkOf(test.of, levels, compiled);
      return (answers) => !part(answers);
    }
    case 'is': {
      const level = levels.get(test.question) ?? 0;
      const all = compiled.variables.get(test.question)?.answers ?? [];
      const mask = all.reduce(
        (bits, answer, at) => (test.answers.includes(answer) ? bits | (1 << at) : bits),
        0,
      );
      return (answers) => ((mask >>> (answers[level] ?? NOT_ASKED)) & 1) === 1;
    }
    default:
      // What a safeguard asks of the first round is no part of it.
      return () => false;
  }
}
