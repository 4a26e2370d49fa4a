import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptySolver } from '../../src/analysis/prove/solver.ts';
import { always, SEED } from '../support/property.ts';

/** Clauses over the variables from 1 on, as whole numbers. */
type Clauses = readonly (readonly number[])[];

const VARIABLES = 8;
const literal = fc
  .tuple(fc.integer({ min: 1, max: VARIABLES }), fc.boolean())
  .map(([at, is]) => (is ? at : -at));
const clause = fc.array(literal, { minLength: 1, maxLength: 4 });

/** Whether some of the 256 ways to choose values satisfies all clauses. */
function satisfiable(clauses: Clauses): boolean {
  return Array.from({ length: 2 ** VARIABLES }, (_, way) => way).some((way) =>
    clauses.every((one) => one.some((at) => ((way >> (Math.abs(at) - 1)) & 1) === Number(at > 0))),
  );
}

describe(`search that learns against enumeration, PROPERTY_SEED=${SEED}`, () => {
  test('finds a solution exactly where there is one, also after more clauses and under what is assumed', () => {
    const seen = { found: 0, none: 0 };
    const rounds = fc.array(
      fc.tuple(fc.array(clause, { maxLength: 14 }), fc.array(literal, { maxLength: 2 })),
      { minLength: 1, maxLength: 3 },
    );
    always(rounds, 400, (list) => {
      const solver = emptySolver();
      for (let at = 0; at < VARIABLES; at += 1) solver.variable();
      const clauses: (readonly number[])[] = [];
      for (const [more, assumed] of list) {
        for (const one of more) {
          clauses.push(one);
          solver.add(one);
        }
        const all = [...clauses, ...assumed.map((one) => [one])];
        const found = solver.solve(assumed, 10_000);
        if (found === undefined) throw new Error('eight variables take no 10,000 conflicts');
        expect(found !== 'none').toBe(satisfiable(all));
        if (found !== 'none') expect(all.every((one) => one.some(found))).toBe(true);
        seen[found === 'none' ? 'none' : 'found'] += 1;
      }
    });
    expect(Math.min(seen.found, seen.none)).toBeGreaterThan(100);
  });

  test('seven pigeons in six holes: no solution, and with few conflicts no answer', () => {
    const holes = 6;
    const solver = emptySolver();
    const at = Array.from({ length: holes + 1 }, () =>
      Array.from({ length: holes }, () => solver.variable()),
    );
    for (const pigeon of at) solver.add(pigeon);
    for (let hole = 0; hole < holes; hole += 1)
      for (const [index, one] of at.entries())
        for (const other of at.slice(index + 1)) solver.add([-(one[hole] ?? 0), -(other[hole] ?? 0)]);
    expect(solver.solve([], 50)).toBeUndefined();
    expect(solver.solve([], 20_000)).toBe('none');
  });
});
