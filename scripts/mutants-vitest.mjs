// Stands in for `vitest` where the tests of the engine run for one mutant after another: the runner itself takes a
// second to start, and there are thousands. It collects the tests; mutants-runner.mjs runs them.
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
export const { expect } = chai;

/** The tests of the files that were imported, in order. */
export const collected = [];
const inside = [];

const bodyOf = (rest) => rest.find((one) => typeof one === 'function');

const titled = (title, row, index) =>
  `${title.replace(/\$(\w+)/g, (_, key) => String(row?.[key])).replace('%s', String(row))} (${index})`;

export function describe(title, ...rest) {
  inside.push(title);
  bodyOf(rest)();
  inside.pop();
}

export function test(title, ...rest) {
  const name = [...inside, title].join(' > ');
  collected.push({ name: `${collected.length} ${name}`, run: bodyOf(rest) });
}

const each =
  (one) =>
  (rows) =>
  (title, ...rest) => {
    for (const [index, row] of rows.entries()) one(titled(title, row, index), () => bodyOf(rest)(row));
  };
describe.each = each(describe);
test.each = each(test);
