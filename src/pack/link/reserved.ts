import { get } from '../../document/node.ts';
import { problemAt } from '../problem-at.ts';
import { fieldsOf } from '../read/node.ts';
import { piecesOf, type Section } from '../read/sections.ts';
import { BESIDE_CONDITION, CONDITION_WORDS } from './condition.ts';
import type { Linker } from './linker.ts';

/** Words of the format that no piece of a section may have as its name. */
const RESERVED: Readonly<Partial<Record<Section, readonly string[]>>> = {
  facts: [...CONDITION_WORDS, ...BESIDE_CONDITION],
  concepts: CONDITION_WORDS,
  topics: ['none'],
  dilemmas: ['any'],
};

/** Answers that every fact has without declaring them. */
const RESERVED_ANSWERS = ['unknown', 'withheld', 'find-out', 'does-not-apply'];

/** E323: a name could not be told from a word of the format. */
export function checkReserved({ merged, report }: Linker): void {
  for (const [section, words] of Object.entries(RESERVED)) {
    for (const { id, at } of piecesOf(merged, section as Section).values()) {
      if (words.includes(id)) report(problemAt('E323', at, id));
    }
  }
  for (const { node } of piecesOf(merged, 'facts').values()) {
    const answers = get(node, 'bands') ?? get(node, 'answers');
    for (const { key, at } of answers ? fieldsOf(answers) : []) {
      if (RESERVED_ANSWERS.includes(key)) report(problemAt('E323', at, key));
    }
  }
}
