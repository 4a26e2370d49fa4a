import { describe, expect, test } from 'vitest';
import type { Given } from '../../src/model/case-file.ts';
import type { ActionId, AnswerId, FactId, TopicId } from '../../src/model/ids.ts';
import type { WalkEvent } from '../../src/walk/fold/event.ts';
import { dilemmaOf, eventsOf, fold } from '../../src/walk/fold/fold.ts';

const topic = (id: string) => id as TopicId;
const action = (id: string) => id as ActionId;
const answer = (id: string): Given => ({ kind: 'answer', answer: id as AnswerId });

const marks = (...ids: string[]): WalkEvent => ({ event: 'marks', topics: ids.map(topic) });
const fact = (id: string, given: Given): WalkEvent => ({ event: 'fact', fact: id as FactId, given });
const CONFIRMED: WalkEvent = { event: 'marks-confirmed' };
const BACK: WalkEvent = { event: 'back' };

const WALKED = [
  marks('violence'),
  CONFIRMED,
  fact('danger', answer('serious')),
  fact('learned', answer('from-the-client')),
];

describe('marks', () => {
  test('count for the dilemma once they are confirmed', () => {
    expect(dilemmaOf(fold([marks('violence')])).topics).toBeUndefined();
    expect(dilemmaOf(fold([marks('violence'), CONFIRMED])).topics).toEqual(new Set(['violence']));
  });

  test('have to be confirmed again after they were changed', () => {
    expect(fold([marks('violence'), CONFIRMED, marks('violence', 'a-secret')]).confirmed).toBe(false);
  });
});

describe('answers', () => {
  test('keep the four that are no values apart', () => {
    const state = fold([
      fact('a', { kind: 'unknown' }),
      fact('b', { kind: 'withheld' }),
      fact('c', { kind: 'find-out', by: '2026-11-27' }),
    ]);
    expect([...dilemmaOf(state).facts.values()].map(({ kind }) => kind)).toEqual([
      'unknown',
      'withheld',
      'find-out',
    ]);
  });

  test('stay when an earlier one is changed', () => {
    const state = fold([
      ...WALKED,
      { event: 'revisit', page: 'question:danger' },
      fact('danger', answer('none')),
    ]);
    expect(state.facts.get('danger' as FactId)).toEqual(answer('none'));
    expect(state.facts.get('learned' as FactId)).toEqual(answer('from-the-client'));
    expect(state.trail).toEqual(fold(WALKED).trail);
  });

  test('to a screening question count only when they are yes or no', () => {
    const state = fold([
      { event: 'screened', topic: topic('violence'), answer: 'yes' },
      { event: 'screened', topic: topic('suicide'), answer: 'no' },
      { event: 'screened', topic: topic('neglect'), answer: 'unknown' },
    ]);
    expect(dilemmaOf(state).screened).toEqual(
      new Map([
        ['violence', true],
        ['suicide', false],
      ]),
    );
  });
});

describe('back', () => {
  test('goes to the page that was answered last, and keeps its answer', () => {
    const state = fold([...WALKED, BACK]);
    expect(state.at).toBe('question:learned');
    expect(state.facts.get('learned' as FactId)).toEqual(answer('from-the-client'));
  });

  test('goes on page by page to the first, and stays there', () => {
    const pages = [1, 2, 3, 4, 5].map(
      (times) => fold([...WALKED, ...Array.from({ length: times }, () => BACK)]).at,
    );
    expect(pages).toEqual(['question:learned', 'question:danger', 'confirm', 'marks', 'marks']);
  });

  test('moves nowhere where nothing was answered', () => {
    expect(fold([BACK]).at).toBeUndefined();
  });

  test('is over when the page is answered', () => {
    expect(fold([...WALKED, BACK, fact('learned', answer('from-others'))]).at).toBeUndefined();
  });

  test('from the result leads to the checked answers, which are to be checked again', () => {
    const state = fold([...WALKED, { event: 'checked' }, BACK]);
    expect(state).toMatchObject({ at: 'check', checked: false });
  });

  test('from the first page of the decision leads to the result', () => {
    expect(fold([...WALKED, { event: 'checked' }, { event: 'deciding' }, BACK])).toMatchObject({
      deciding: false,
    });
  });
});

describe('a decision', () => {
  const decided: WalkEvent = { event: 'decided', do: [action('report')], leave: [action('wait')], other: '' };

  test('is part of the dilemma, for and against', () => {
    expect(dilemmaOf(fold([...WALKED, decided])).decided).toEqual(
      new Map([
        ['report', 'do'],
        ['wait', 'do-not'],
      ]),
    );
  });

  test('that is changed shows again what is owed at least', () => {
    expect(fold([decided, { event: 'at-least-seen' }, decided]).atLeastSeen).toBe(false);
  });

  test('keeps each reason by what it is about', () => {
    const state = fold([
      decided,
      { event: 'reason', about: 'report', text: 'ia aman' },
      { event: 'reason', about: 'whole', text: 'disepakati' },
      { event: 'reason', about: 'report', text: 'ia sudah aman' },
    ]);
    expect([...state.reasons]).toEqual([
      ['report', 'ia sudah aman'],
      ['whole', 'disepakati'],
    ]);
  });
});

test('the answers of a case file become what the same answers given one by one would be', () => {
  const dilemma = dilemmaOf(fold([...WALKED, { event: 'screened', topic: topic('suicide'), answer: 'no' }]));
  expect(dilemmaOf(fold(eventsOf(dilemma)))).toEqual(dilemma);
});

test('folding in two parts is folding at once', () => {
  const events = [...WALKED, BACK, fact('learned', answer('from-others')), { event: 'checked' } as const];
  for (let cut = 0; cut <= events.length; cut += 1) {
    expect(fold(events.slice(cut), fold(events.slice(0, cut)))).toEqual(fold(events));
  }
});
