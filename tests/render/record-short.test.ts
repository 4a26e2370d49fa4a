import { expect, test } from 'vitest';
import type { DecisionRecord } from '../../src/model/record.ts';
import { markdown } from '../../src/render/markdown.ts';
import { recordsPaper } from '../../src/render/record-paper.ts';
import { sampleRecord } from '../records/sample.ts';

/** A decision against a duty, followed up and signed off. */
function told(id: DecisionRecord['id'], over: Partial<DecisionRecord> = {}): DecisionRecord {
  const record = sampleRecord({ id, reason: 'she asked for two days', decidedOn: '2026-03-02' });
  const [version] = record.versions;
  const [action] = version.decision.actions;
  const author = { role: 'supervisor', key: null };
  const writtenAt = '2026-04-01T08:00:00.000Z';
  return {
    ...record,
    versions: [
      {
        ...version,
        doubts: 'whether the child hears it',
        plan: { text: 'a visit on Thursday', agreed: 'partly' },
        decision: {
          ...version.decision,
          actions: [
            {
              ...(action as NonNullable<typeof action>),
              decided: 'do-not',
              departs: true,
              reason: 'it would be read',
            },
          ],
        },
      },
    ],
    followUps: [
      {
        on: '2026-04-01',
        writtenAt,
        author,
        kind: 'interview',
        outcome: 'she came twice',
        effective: 'partly',
        next: 'go-on',
        reviewOn: '2026-05-04',
        taken: [],
      },
    ],
    reviews: [{ kind: 'sign-off', version: 1, writtenAt, author, text: null, own: false }],
    ...over,
  };
}

const TWO = [told('DR-2026-7Q2M9XPA'), told('DR-2026-7Q2M9XPB', { followUps: [], reviews: [] })];

test('several records come with an overview and each in short', () => {
  const paper = markdown(recordsPaper(TWO, { full: false, lang: 'en' }));
  for (const part of [
    '# 2 records',
    '| 03/2026 | 2 | 2 | 1 | 1 |',
    '| DR-2026-7Q2M9XPA | 2026-03-02 |',
    '| signed off | in part | 2026-05-04 |',
    '## Record of a decision DR-2026-7Q2M9XPB',
    '### Facts, and how each is known',
    '### What was recommended, in brief',
    'This departs from a duty.',
    'Because: it would be read',
    'she asked for two days',
    'whether the child hears it',
    'a visit on Thursday',
    'she came twice',
    'version 1 signed off',
  ])
    expect(paper).toContain(part);
  expect(paper).not.toContain('The result as it was given');
});

test('in full they come with their results, and one record always does', () => {
  const full = markdown(recordsPaper(TWO, { full: true, lang: 'en' }));
  expect(full.match(/### The result as it was given/g)).toHaveLength(2);
  const one = markdown(recordsPaper(TWO.slice(0, 1), { full: false, lang: 'en' }));
  expect(one).toContain('## The result as it was given');
});

test('records of two languages are parts in their own, with what they are about in each', () => {
  const doc = recordsPaper([TWO[0] as DecisionRecord, { ...(TWO[1] as DecisionRecord), lang: 'id' }], {
    full: false,
    lang: 'id',
  });
  const langs = doc.flatMap((block) => (block.kind === 'part' ? [block.lang] : []));
  expect(langs.filter((lang) => lang === 'en').length).toBe(langs.filter((lang) => lang === 'id').length);
  expect(langs.slice(-2)).toEqual(['en', 'id']);
});

test('what was decided as it was recommended is not told twice', () => {
  const [record] = TWO as [DecisionRecord];
  const [version] = record.versions;
  const { actions } = version.report;
  const decided = (verdicts: readonly string[], word: 'do' | 'do-not') =>
    actions
      .filter(({ verdict }) => verdicts.includes(verdict))
      .map(({ id, text, verdict }) => ({ id, text, verdict, decided: word, departs: false, reason: null }));
  const all = [...decided(['must', 'should'], 'do'), ...decided(['must-not', 'should-not'], 'do-not')];
  const short = (some: typeof all) => {
    const versions = [{ ...version, decision: { ...version.decision, actions: some } }] as const;
    return markdown(recordsPaper([{ ...record, versions }, record], { full: false, lang: 'en' }));
  };
  expect(short(all)).toContain('Everything that was recommended.');
  expect(short(all)).toContain('Everything that was advised against.');
  expect(short(all.slice(1))).not.toContain('Everything that was recommended.');
});
