import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from '../../src/render/csv.ts';

test.each([
  { name: 'words stand as they are', cells: ['a', 'b c'], line: 'a,b c' },
  { name: 'a comma and a quote are quoted', cells: ['a,b', 'say "no"'], line: '"a,b","say ""no"""' },
  { name: 'a line break stays within its cell', cells: ['a\r\nb'], line: '"a\nb"' },
  { name: 'a number is a number, below zero too', cells: [-2, 0.65], line: '-2,0.65' },
  { name: 'a formula is text', cells: ['=1+1', '+1', '-1', '@x'], line: "'=1+1,'+1,'-1,'@x" },
  { name: 'behind a blank or a quote too', cells: [' =1', '"=1'], line: '\' =1,"\'""=1"' },
  { name: 'a full-width sign is one too', cells: ['\uff1d1'], line: "'\uff1d1" },
  { name: 'what a terminal would obey is gone', cells: ['a\u001b[31mb'], line: 'ab' },
])('$name', ({ cells, line }) => {
  expect(csv([cells])).toBe(`${line}\r\n`);
});

test('no cell of any text begins with what begins a formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const cell = csv([[text]]).replace(/^"/, '');
      expect(cell).not.toMatch(/^\s*[=+\-@]/);
    }),
  );
});
