import { expect, test } from 'vitest';
import { inOrder } from '../../src/problems/in-order.ts';
import type { Problem } from '../../src/problems/problem.ts';

const at = (code: Problem['code'], file: string, [line, column]: readonly [number, number]): Problem => ({
  code,
  saw: '',
  place: { file, line, column },
});

test('problems are in order of file, line, column and code; without a place they come first', () => {
  const inPlace: readonly Problem[] = [
    { code: 'E330', saw: '' },
    at('E201', 'a.yaml', [2, 9]),
    at('E201', 'a.yaml', [10, 1]),
    at('E202', 'a.yaml', [10, 1]),
    at('E101', 'b.yaml', [1, 1]),
  ];
  expect(inOrder(inPlace.toReversed())).toEqual(inPlace);
});
