import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { explain } from '../../src/render/explain.ts';
import { render } from '../../src/render/render.ts';
import { cellsOf } from '../../src/render/spans.ts';
import { sayIn } from '../../src/text/say.ts';
import { hostile, UNSAFE, withoutColour, withTexts } from '../support/hostile.ts';
import { always } from '../support/property.ts';
import { reportOn } from '../support/real-packs.ts';
import { tinyReport } from '../support/told.ts';

const FORMATS = ['text', 'md', 'json'] as const;
const say = sayIn('en');

/** Has a bit of everything that is printed: a dilemma, steps, safeguards, caution, a parting, notes, conduct. */
const EVERYTHING: Report = tinyReport(
  {
    topics: { home: 'safety' },
    facts: { danger: { answers: ['none', 'serious'], 'act-as-if': 'serious' }, consent: 'yes-no' },
    actions: { a: { excludes: ['b'] }, b: null, c: { discloses: 'outside' }, d: null },
    rules: {
      one: { must: 'a', of: 'nonmaleficence' },
      two: { must: 'b', of: 'autonomy' },
      three: { must: 'c', when: { danger: 'serious' }, source: 'law' },
      four: { 'should-not': 'd', unless: { consent: 'yes' }, of: 'justice', source: 'law' },
      five: { must: 'd', source: 'code', of: 'competence' },
    },
    safeguards: {
      s: { must: 'e', when: { yields: 'autonomy' } },
      t: { must: 'f', when: { departs: { must: 'd' } } },
    },
    steps: { up: { dilemma: 'any', fallback: ['peer'] }, peer: {}, law: { parting: 'any' } },
    notes: { n: null },
    conduct: ['listen'],
  },
  { facts: { danger: 'unknown' }, considering: ['a'], decided: { d: 'do-not' } },
);

const texts = fc.array(hostile, { minLength: 3, maxLength: 6 });

function poisoned(parts: readonly string[]): Report {
  let next = 0;
  return withTexts(EVERYTHING, () => parts[next++ % parts.length] ?? '');
}

test('nothing that a terminal obeys gets through in any format, whatever stands in a pack', () => {
  always(
    fc.record({ parts: texts, width: fc.integer({ min: 20, max: 130 }), plain: fc.boolean() }),
    40,
    (input) => {
      const told = poisoned(input.parts);
      for (const format of FORMATS) {
        const options = { format, say, width: input.width, plain: input.plain, style: { level: 0 as const } };
        expect(render(told, options)).not.toMatch(UNSAFE);
        expect(explain(told, undefined, options)).not.toMatch(UNSAFE);
      }
    },
  );
});

test('colour adds escapes and changes nothing else', () => {
  always(
    fc.record({ parts: texts, width: fc.integer({ min: 40, max: 120 }), plain: fc.boolean() }),
    40,
    (input) => {
      const told = poisoned(input.parts);
      const print = (level: 0 | 1): string =>
        render(told, { format: 'text', say, ...input, style: { level } });
      expect(withoutColour(print(1))).toBe(print(0));
    },
  );
});

const WIDTHS = Array.from({ length: 12 }, (_, at) => 40 + at * 7);

test.each([
  { lang: 'id', plain: false },
  { lang: 'id', plain: true },
  { lang: 'en', plain: false },
  { lang: 'en', plain: true },
])(
  'no line is wider than the terminal, but for a word that is ($lang, plain: $plain)',
  async ({ lang, plain }) => {
    const told = await reportOn('indonesia/scenarios/violence-danger-not-known-yet.yaml', lang);
    for (const width of WIDTHS) {
      const printed = render(told, { format: 'text', say: sayIn(lang), width, plain, style: { level: 0 } });
      expect(printed.split('\n').filter((line) => cellsOf(line) > width)).toEqual([]);
    }
  },
);

test('a word wider than the terminal stands alone and whole', () => {
  const word = 'pertanggungjawaban'.repeat(4);
  const told = withTexts(EVERYTHING, () => `satu ${word} dua`);
  const printed = render(told, { format: 'text', say, width: 40, plain: false, style: { level: 0 } });
  const wide = printed.split('\n').filter((line) => cellsOf(line) > 40);
  expect(wide.length).toBeGreaterThan(10);
  for (const line of wide) expect(line).toMatch(new RegExp(`^(?: *| +[^ ].{0,12}  +)[(]?${word}[.:;,)]*$`));
});

test('no line ends in a space', async () => {
  const told = await reportOn('indonesia/scenarios/violence-at-home-kept-secret.yaml', 'id');
  const printed = render(told, {
    format: 'text',
    say: sayIn('id'),
    width: 80,
    plain: false,
    style: { level: 1 },
  });
  expect(printed).not.toMatch(/ $/m);
});
