import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KINDS } from '../../src/document/kind.ts';
import { plain } from '../../src/document/node.ts';
import { openDocument } from '../../src/document/open.ts';
import { parse } from '../../src/document/parse.ts';
import { sourceOf } from '../../src/document/source.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { always } from '../support/property.ts';

const kinds = fc.constantFrom(...KINDS);

/** Text that has something of YAML in it, so that it goes further than the first character. */
const PIECES =
  '{ } [ ] , : ? - | > \' " # & * ! % @ ` ~ null true 12 yes facts topics rules must when all any not a b id en text'
    .split(' ')
    .concat([
      ': ',
      '- ',
      '? ',
      '\n',
      '\n  ',
      '\n    ',
      '\r\n',
      '\t',
      ' ',
      'é😀',
      '...',
      '---',
      '\\',
      '__proto__',
      '\0',
    ]);
const yamlish = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(''));

/** Every place lies inside the text, and its excerpt is the line that it names. */
function checkPlaces(text: string, problems: readonly Problem[]): void {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const { place, code } of problems) {
    const line = lines[(place?.line ?? 0) - 1]?.replace(/\r$/, '');
    expect(place?.excerpt, code).toBe(line);
    expect(place?.column).toBeGreaterThan(0);
    // One past the end of a line is where something is missing; two when that end is \r\n.
    expect(place?.column).toBeLessThanOrEqual((line ?? '').length + 2);
    expect(place?.length).toBeGreaterThan(0);
  }
}

test('whatever is written, it is opened or told of, with a place inside it', () => {
  always(
    fc.tuple(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), yamlish), kinds),
    2000,
    ([text, kind]) => {
      const { value, problems } = openDocument({ file: 'x.yaml', text, kind });
      expect(value === undefined).toBe(problems.length > 0);
      checkPlaces(text, problems);
    },
  );
});

const key = fc.string({ maxLength: 8 }).filter((word) => word !== '__proto__');
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, tie('scalar'), tie('list'), tie('map')),
  // Control characters are refused; null is no value; a number is one that is written without an exponent.
  scalar: fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constantFrom('yes', 'no', 'true', 'null', '', ' ', '12', '0.5'),
  ),
  list: fc.array(tie('tree'), { maxLength: 5 }),
  map: fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
}));

test('what JSON says is read as JSON reads it', () => {
  always(tree, 500, (value) => {
    for (const text of [JSON.stringify(value), JSON.stringify(value, undefined, 2)]) {
      const { root, problems } = parse(sourceOf('x.json', text));
      expect(problems).toEqual([]);
      expect(root && plain(root)).toEqual(value);
    }
  });
});
