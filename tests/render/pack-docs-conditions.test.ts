import { expect, test } from 'vitest';
import type { Condition } from '../../src/model/condition.ts';
import type { ActionId, AnswerId, ConceptId, FactId, PrincipleId, TopicId } from '../../src/model/ids.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { namingOf } from '../../src/render/naming.ts';
import { conditionItem } from '../../src/render/pack-docs/conditions.ts';
import { type Item, plainWords } from '../../src/render/pack-docs/page.ts';
import { SOUND } from '../pack/sound.ts';
import { ROOT } from '../support/workplace.ts';

const harm = (...answers: string[]): Condition => ({
  kind: 'fact',
  fact: 'harm' as FactId,
  answers: answers as AnswerId[],
});
const begged: Condition = { kind: 'concept', concept: 'begged' as ConceptId };
const money: Condition = { kind: 'topic', topic: 'money' as TopicId };

/** One line each, what belongs under a line set deeper. */
function linesOf({ words, under = [] }: Item): string[] {
  return [plainWords(words), ...under.flatMap(linesOf).map((line) => `  ${line}`)];
}

test.each<{ name: string; condition: Condition; lines: string[] }>([
  {
    name: 'a question with its answer',
    condition: harm('serious'),
    lines: ['How serious is the danger? "Serious"'],
  },
  {
    name: 'a concept without a name, by what it means',
    condition: begged,
    lines: ['Does the client beg for silence? "Yes"'],
  },
  { name: 'a topic', condition: money, lines: ['part of this: Money'] },
  {
    name: 'a topic turned round',
    condition: { kind: 'not', of: money },
    lines: ['no part of this: Money'],
  },
  {
    name: 'twice turned round is as it was',
    condition: { kind: 'not', of: { kind: 'not', of: money } },
    lines: ['part of this: Money'],
  },
  {
    name: 'a question turned round',
    condition: { kind: 'not', of: begged },
    lines: ['not so: Does the client beg for silence? "Yes"'],
  },
  {
    name: 'all within all on one level',
    condition: { kind: 'all', of: [money, { kind: 'all', of: [begged, harm('serious')] }] },
    lines: [
      'all of these hold:',
      '  part of this: Money',
      '  Does the client beg for silence? "Yes"',
      '  How serious is the danger? "Serious"',
    ],
  },
  {
    name: 'any within all one level deeper',
    condition: { kind: 'all', of: [money, { kind: 'any', of: [begged, harm('serious')] }] },
    lines: [
      'all of these hold:',
      '  part of this: Money',
      '  at least one of these holds:',
      '    Does the client beg for silence? "Yes"',
      '    How serious is the danger? "Serious"',
    ],
  },
  {
    name: 'none of several',
    condition: { kind: 'not', of: { kind: 'any', of: [money, begged] } },
    lines: ['none of these holds:', '  part of this: Money', '  Does the client beg for silence? "Yes"'],
  },
  {
    name: 'not all of several',
    condition: { kind: 'not', of: { kind: 'all', of: [money, begged] } },
    lines: ['not all of these hold:', '  part of this: Money', '  Does the client beg for silence? "Yes"'],
  },
  {
    name: 'one of one says only that',
    condition: { kind: 'any', of: [money] },
    lines: ['part of this: Money'],
  },
  {
    name: 'a principle that yields',
    condition: { kind: 'yields', principle: 'autonomy' as PrincipleId },
    lines: ['Autonomy yields'],
  },
  {
    name: 'a duty that is left undone',
    condition: { kind: 'departs', from: 'must', action: 'report' as ActionId },
    lines: ['you decide not to do this: Report'],
  },
])('$name', async ({ condition, lines }) => {
  const naming = namingOf(await loadPack(SOUND, { project: ROOT, shipped: ROOT }), 'en');
  expect(linesOf(conditionItem(condition, naming))).toEqual(lines);
});
