import process from 'node:process';
import fc from 'fast-check';

/** One seed for all property tests of a run: PROPERTY_SEED, or a fresh one. Printed, so that a run can be repeated. */
export const SEED = Number(process.env.PROPERTY_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** PROPERTY_SCALE multiplies the number of runs: 1 in `npm test`, more when there is time. */
const SCALE = Number(process.env.PROPERTY_SCALE ?? 1);

/** Checks a property on that many random values (times PROPERTY_SCALE); the smallest counterexample is in the message. */
export function always<T>(arbitrary: fc.Arbitrary<T>, runs: number, holds: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, holds), { seed: SEED, numRuns: Math.round(runs * SCALE) });
}
