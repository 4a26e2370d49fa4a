import { expect, test } from 'vitest';
import { explain } from '../../src/render/explain.ts';
import { sayIn } from '../../src/text/say.ts';
import { tinyReport } from '../support/told.ts';

const PACK = {
  facts: { danger: ['none', 'serious'], consent: 'yes-no' },
  rules: {
    protect: { must: 'report', when: { danger: 'serious' }, of: 'nonmaleficence', source: 'law' },
    keep: { 'must-not': 'report', of: 'confidentiality' },
    agreed: { may: 'report', when: { consent: 'yes' }, of: 'autonomy' },
    other: { should: 'else' },
  },
  priorities: { safety: { prefer: 'protect', over: 'keep' } },
} as const;
const OPTIONS = { format: 'text', say: sayIn('en'), width: 100, style: { level: 0 }, plain: false } as const;

function explained(action: string | undefined, danger: string): string {
  const told = tinyReport(PACK, { facts: { danger, consent: 'no' } }, action === undefined ? [] : [action]);
  return explain(told, action, OPTIONS).replace(/\s+/g, ' ');
}

test('says why: what stands, what was set aside, by what and through what, each with its source', () => {
  const text = explained('report', 'serious');
  expect(text).toContain('reason: protect (en) (nonmaleficence (en): must) Source, law: law (en)');
  expect(text).toContain('set aside: keep (en) (confidentiality (en): must not) Source, ethics: ethics (en)');
  expect(text).toContain('Another reason goes before it: protect (en) Because: safety (en)');
});

test('says why not: which rule misses which answer', () => {
  expect(explained('report', 'none')).toContain(
    'does not apply: protect (en) (nonmaleficence (en): must) What is missing: danger (en) serious (en) (now: none (en))',
  );
});

test('explains one action alone, or all', () => {
  expect(explained('report', 'serious')).not.toContain('else (en)');
  expect(explained(undefined, 'serious')).toContain('else (en)');
});

test('ends with what the tool is not', () => {
  expect(explained('report', 'serious')).toMatch(
    /This supports your judgement and is not legal advice\. You decide\. $/,
  );
});

test('JSON is the list of the actions explained', () => {
  const told = tinyReport(PACK, { facts: { danger: 'serious', consent: 'no' } });
  const list = JSON.parse(explain(told, 'report', { ...OPTIONS, format: 'json' })) as { id: string }[];
  expect(list.map(({ id }) => id)).toEqual(['report']);
});
