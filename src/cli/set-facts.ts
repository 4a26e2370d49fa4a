import type { Node } from '../document/node.ts';
import type { CaseFile } from '../model/case-file.ts';
import type { Pack } from '../model/pack.ts';
import { givenFacts } from '../pack/case/facts-given.ts';
import type { Code } from '../problems/codes.ts';
import { InputError } from '../problems/input-error.ts';
import type { Problem } from '../problems/problem.ts';
import { pairsOf } from './pairs.ts';

const FORM = { form: 'FACT=ANSWER', example: 'danger-to-client=serious' };

/** What is a fault of content in a file is wrong use in an option. */
const AS_USE: Readonly<Partial<Record<Code, Code>>> = { E501: 'E812', E502: 'E813', E503: 'E813' };

/**
 * Adds the values of `--set` to a dilemma, over what its file says. Ids and numbers only: no text of a case is ever taken
 * in an argument. E811: no pair. E812: no such fact. E813: no such answer.
 */
export function withSettings(dilemma: CaseFile, set: readonly string[], pack: Pack): CaseFile {
  const problems: Problem[] = [];
  const facts = givenFacts(written(pairsOf(set, FORM)), pack, (problem) => problems.push(problem));
  if (problems.length > 0) throw new InputError(problems.map(asUse));
  return { ...dilemma, facts: new Map([...dilemma.facts, ...facts]) };
}

/** Pairs as a file would hold them, so that an answer is read in one way wherever it stands. */
function written(pairs: readonly (readonly [string, string])[]): Node {
  const place = { file: '--set', line: 1, column: 1 };
  const fields = pairs.map(([key, text]) => {
    const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    return { key, at: place, node: { kind: 'scalar', place, text, value } as const };
  });
  return { kind: 'map', place, fields };
}

function asUse({ place, ...problem }: Problem): Problem {
  return {
    ...problem,
    code: AS_USE[problem.code] ?? problem.code,
    ...(AS_USE[problem.code] ? {} : place && { place }),
  };
}
