import { expect, test } from 'vitest';
import { compile } from '../../src/engine/assess.ts';
import { tinyPack } from '../support/tiny-pack.ts';

test('what is worked out of an outcome later rests on what held when it was made', () => {
  const compiled = compile(
    tinyPack({
      facts: { x: 'yes-no' },
      rules: {
        asked: { must: 'a', source: 'ethics' },
        forbidden: { 'must-not': 'a', source: 'ethics' },
        left: { may: 'a', source: 'law' },
      },
      priorities: { first: { prefer: 'asked', over: 'forbidden', when: { x: 'yes' }, source: 'ethics' } },
    }),
  );
  const [component] = compiled.components;
  if (!component) throw new Error('a pack without a component');
  const applies = component.rules.map(() => true);
  const decided = compiled.evaluate(component, { applies, holds: [true] });
  const open = compiled.evaluate(component, { applies, holds: [false] });
  expect(decided.partings.map(({ byKind }) => byKind.ethics?.verdict)).toEqual(['must']);
  expect(open.partings.map(({ byKind }) => byKind.ethics?.verdict)).toEqual(['contested']);
});
