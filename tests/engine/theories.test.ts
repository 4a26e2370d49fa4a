import { describe, expect, test } from 'vitest';
import { actionOf, judge } from '../support/judge.ts';
import { provable, SAID } from '../support/textbook.ts';
import { NOT_MAPPED, THEORIES, type Theory } from '../support/theories.ts';

function told({ pack }: Theory): string {
  const facts = Object.fromEntries(Object.keys(pack.facts ?? {}).map((fact) => [fact, 'yes']));
  return SAID[actionOf(judge(pack, { facts }).assessment, 'a').verdict];
}

describe('outside theories, each written as a pack and as rules of the textbook', () => {
  test.each(THEORIES)('$source: $name', (theory) => {
    expect(told(theory)).toBe(provable(theory.rules));
    // What differs by decision must differ, or the reason is no longer true.
    if (theory.differs) expect(told(theory)).not.toBe(theory.published);
    else expect(told(theory)).toBe(theory.published);
  });

  test('the report says how many agree, which differ by decision, and what cannot be said', () => {
    const differing = THEORIES.filter(({ differs }) => differs);
    const agreeing = THEORIES.filter((theory) => told(theory) === theory.published);
    console.log(
      [
        `theories: ${THEORIES.length}; agree: ${agreeing.length}; differ by decision: ${differing.length}`,
        ...differing.map(({ source, name, differs }) => `  ${source}: ${name}. ${differs}`),
        'not mapped:',
        ...NOT_MAPPED.map(({ name, reason }) => `  ${name}. ${reason}`),
      ].join('\n'),
    );
    expect(agreeing.length + differing.length).toBe(THEORIES.length);
  });
});
