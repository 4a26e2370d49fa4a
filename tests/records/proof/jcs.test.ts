import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jcs } from '../../../src/records/proof/jcs.ts';
import vectors from '../vectors/jcs.json' with { type: 'json' };

test.each(vectors)('$name is written as published, byte for byte', ({ input, hex }) => {
  expect(Buffer.from(jcs(JSON.parse(input))).toString('hex')).toBe(hex);
});

test.each([
  { name: 'undefined', value: { a: undefined } },
  { name: 'a function', value: { a() {} } },
  { name: 'a symbol', value: Symbol('a') },
  { name: 'a key that is a symbol', value: { [Symbol('a')]: 1 } },
  { name: 'a number that is none', value: Number.NaN },
  { name: 'a number without end', value: [Number.POSITIVE_INFINITY] },
  { name: 'half a character', value: 'a\ud800' },
  { name: 'half a character in a key', value: { '\udc00': 1 } },
  { name: 'a map', value: new Map([[1, 2]]) },
  { name: 'a date', value: new Date(0) },
  { name: 'a big number', value: 1n },
  { name: 'a list of nothing', value: Array.from({ length: 3 }, () => undefined) },
])('refuses $name instead of dropping it', ({ value }) => {
  expect(() => jcs(value)).toThrow('jcs');
});

test('refuses what would overflow the stack', () => {
  let deep: unknown = 1;
  for (let at = 0; at < 20_000; at += 1) deep = [deep];
  expect(() => jcs(deep)).toThrow('nested too deep');
});

test('is read back as the same value, whatever the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = jcs(value);
      expect(jcs(JSON.parse(text))).toBe(text);
      // JSON knows one zero.
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 300 },
  );
});

test('writes 100,000 random numbers so that they come back', () => {
  const bytes = new DataView(new ArrayBuffer(8));
  let state = 0x12345678;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  const wrong: number[] = [];
  for (let at = 0; at < 100_000; at += 1) {
    bytes.setUint32(0, next());
    bytes.setUint32(4, next());
    const number = bytes.getFloat64(0);
    if (Number.isFinite(number) && Number(jcs(number)) !== number) wrong.push(number);
  }
  expect(wrong).toEqual([]);
});
