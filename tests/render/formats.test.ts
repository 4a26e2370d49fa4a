import { describe, expect, test } from 'vitest';
import { entry, heading, section, text, title } from '../../src/render/doc.ts';
import { json } from '../../src/render/json.ts';
import { escape, markdown } from '../../src/render/markdown.ts';
import { hostile, UNSAFE } from '../support/hostile.ts';
import { always } from '../support/property.ts';

describe('Markdown', () => {
  test('has headings, a list, and what is under an entry one level in', () => {
    const doc = [
      title('Act today.'),
      ...section('Who to tell', [
        entry('24 hours', [{ text: 'Your supervisor', style: 'strong' }], [text('Say: what happened')]),
        entry('', 'A colleague'),
      ]),
      heading('Notes', 3),
      text('None.'),
    ];
    expect(markdown(doc)).toBe(
      [
        '# Act today.',
        '',
        '## Who to tell',
        '',
        '- **24 hours**: **Your supervisor**',
        '  - Say: what happened',
        '- A colleague',
        '',
        '### Notes',
        '',
        'None.',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['**bold** _em_ `code`', String.raw`\*\*bold\*\* \_em\_ \`code\``],
    ['[a](javascript:x)', String.raw`\[a\](javascript:x)`],
    ['![a](x)', String.raw`\!\[a\](x)`],
    ['# head', String.raw`\# head`],
    ['- item', String.raw`\- item`],
    ['1. one', String.raw`1\. one`],
    ['pukul 10.30', 'pukul 10.30'],
    ['UU 14/2019, Pasal 42', 'UU 14/2019, Pasal 42'],
  ])('%s is read as it was written', (written, printed) => {
    expect(escape(written)).toBe(printed);
  });

  test('no text can open a tag, a link or a line of its own', () => {
    always(hostile, 300, (written) => {
      const printed = markdown([text(written)]);
      expect(printed).not.toMatch(UNSAFE);
      expect(printed.trimEnd()).not.toContain('\n');
      expect(printed).not.toMatch(/<|(?<!\\)[[\]`*_]|^(?:#|[-+] |\d+[.)] )/);
    });
  });
});

describe('JSON', () => {
  test('keeps the value and shows what a terminal would obey', () => {
    const value = { a: 'x\u009b31m', b: ['\u202e', '\u2028', '\u{e0041}'], c: null, d: 'é日' };
    const printed = json(value);
    expect(JSON.parse(printed)).toEqual(value);
    expect(printed).toBe(
      '{\n  "a": "x\\u009b31m",\n  "b": [\n    "\\u202e",\n    "\\u2028",\n    "\\udb40\\udc41"\n  ],\n  "c": null,\n  "d": "é日"\n}\n',
    );
  });

  test('is safe to look at whatever is in it', () => {
    always(hostile, 300, (written) => {
      const printed = json([written]);
      expect(printed).not.toMatch(UNSAFE);
      expect(JSON.parse(printed)).toEqual([written]);
    });
  });
});
