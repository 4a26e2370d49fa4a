import { expect, test } from 'vitest';
import { nearestOf } from '../../src/problems/nearest.ts';

interface Slip {
  readonly name: string;
  readonly saw: string;
  readonly expected: readonly string[];
  readonly nearest: string | undefined;
}

const slips: readonly Slip[] = [
  { name: 'a letter left out', saw: 'serios', expected: ['none', 'serious'], nearest: 'serious' },
  { name: 'two neighbours swapped', saw: 'shwo', expected: ['list', 'show'], nearest: 'show' },
  {
    name: 'two letters left out of a short word',
    saw: 'ases',
    expected: ['assess', 'walk'],
    nearest: 'assess',
  },
  { name: 'capitals', saw: 'Must-Not', expected: ['must', 'must-not'], nearest: 'must-not' },
  { name: 'a word that means something else', saw: 'walk', expected: ['now', 'help'], nearest: undefined },
  { name: 'a short word with every letter wrong', saw: 'x', expected: ['id', 'en'], nearest: undefined },
  { name: 'nothing to choose from', saw: 'serious', expected: [], nearest: undefined },
  {
    name: 'the nearer of two',
    saw: 'danger-to-clinet',
    expected: ['danger-to-child', 'danger-to-client'],
    nearest: 'danger-to-client',
  },
];

test.each(slips)('$name', ({ saw, expected, nearest }) => {
  expect(nearestOf(saw, expected)).toBe(nearest);
});

test('a word of ten thousand letters is no typing slip and costs nothing', () => {
  expect(nearestOf('a'.repeat(10_000), ['a'.repeat(10_000)])).toBeUndefined();
});
