import { expect, test } from 'vitest';
import type { ActionId, AnswerId, FactId, TopicId } from '../../src/model/ids.ts';
import { readCase } from '../../src/pack/read-case.ts';
import { caseYaml } from '../../src/walk/case-yaml.ts';
import type { WalkEvent } from '../../src/walk/fold/event.ts';
import { dilemmaOf, fold } from '../../src/walk/fold/fold.ts';
import { tinyPack } from '../support/tiny-pack.ts';

const PACK = tinyPack({
  topics: { secret: 'plain', violence: 'safety' },
  facts: {
    danger: ['none', 'serious'],
    agreed: 'yes-no',
    heard: 'yes-no',
    age: { bands: { child: 18, adult: 'end' } },
  },
  rules: { protect: { must: 'report', when: { danger: 'serious' } }, keep: { should: 'wait' } },
});

const fact = (id: string, given: Extract<WalkEvent, { event: 'fact' }>['given']): WalkEvent => ({
  event: 'fact',
  fact: id as FactId,
  given,
});

test.each<{ name: string; events: readonly WalkEvent[] }>([
  { name: 'nothing answered', events: [] },
  { name: 'no topic marked', events: [{ event: 'marks', topics: [] }, { event: 'marks-confirmed' }] },
  {
    name: 'everything that can be said',
    events: [
      { event: 'marks', topics: ['secret' as TopicId] },
      { event: 'marks-confirmed' },
      { event: 'screened', topic: 'violence' as TopicId, answer: 'no' },
      fact('danger', { kind: 'answer', answer: 'serious' as AnswerId }),
      fact('agreed', { kind: 'find-out', by: '2026-11-27' }),
      fact('heard', { kind: 'withheld' }),
      fact('age', { kind: 'unknown' }),
      { event: 'considering', actions: ['wait' as ActionId] },
      { event: 'decided', do: ['report' as ActionId], leave: ['wait' as ActionId], other: 'in own words' },
    ],
  },
])('a draft with $name is read back as a case file', ({ events }) => {
  const state = fold(events);
  const text = caseYaml(state, PACK.id);
  const { caseFile, problems } = readCase({ file: 'case.yaml', text }, PACK);
  expect(problems).toEqual([]);
  expect(caseFile).toEqual({ ...dilemmaOf(state), pack: PACK.id });
  expect(text).not.toContain('own words');
});
