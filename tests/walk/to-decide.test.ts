import { expect, test } from 'vitest';
import { toDecide } from '../../src/walk/fold/steps.ts';
import { judge } from '../support/judge.ts';

test('a decision is among what is asked for and what is allowed, and not about what is forbidden', () => {
  const { assessment } = judge(
    { rules: { a: { must: 'write-it-down' }, b: { may: 'accept' }, c: { 'must-not': 'lie' } } },
    {},
  );
  expect(toDecide(assessment)).toEqual(['write-it-down', 'accept']);
});
