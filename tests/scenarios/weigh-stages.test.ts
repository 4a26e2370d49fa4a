import { beforeAll, expect, test } from 'vitest';
import { weighPath, weighStages } from '../../src/scenarios/play/weigh-path.ts';
import { type Opened, openSecret } from './playing.ts';

let opened: Opened;

beforeAll(async () => {
  opened = await openSecret();
});

const weighing = (path: Readonly<Record<string, string>>) => ({
  ...opened,
  path,
  lang: 'en',
  toolVersion: '0.0.0',
});

test('a choice is weighed by what was known when it was made, and its stage is named', () => {
  const [only, ...others] = weighStages(weighing({ told: 'listen', news: 'wait' }));
  expect(others).toEqual([]);
  expect(only?.stage).toBe('news');
  expect(only?.apart.map(({ kind, action }) => [kind, action.id])).toEqual([['must-do-not', 'report']]);
});

test('what goes with the rules is told too', () => {
  const [only] = weighStages(weighing({ told: 'listen', news: 'report' }));
  expect(only?.apart).toEqual([]);
  expect(only?.together.map(({ id }) => id)).toEqual(['report']);
});

test('what comes to light by a choice, or after it, does not weigh on it', async () => {
  const early = await openSecret((text) =>
    text
      .replace('consent: no }', 'consent: no, harm: none }')
      .replace(
        'then: news',
        'decided: { report: do }\n          facts: { consent: yes }\n          then: news',
      ),
  );
  const path = { told: 'listen' };
  // At its end the way knows of consent and of the danger; when the choice was made nobody did.
  const { actions } = weighPath({ ...weighing(path), ...early });
  expect(actions.find(({ id }) => id === 'report')?.verdict).toBe('must');
  const [told] = weighStages({ ...weighing(path), ...early });
  expect(told?.apart.map(({ kind, action }) => [kind, action.id])).toEqual([['must-not-do', 'report']]);
});

test('a way through a stage that is not there is refused with its problem', () => {
  expect(() => weighPath(weighing({ told: 'nothing' }))).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ code: 'E509' })] }),
  );
});
