import type { Condition } from '../../model/condition.ts';

/** Writes a condition on one line in the words of a pack: `all: [topic: a-secret, not: serious-danger]`. */
export function conditionLine(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return `${condition.kind}: [${condition.of.map(conditionLine).join(', ')}]`;
    case 'not':
      return `not: ${bracketed(condition.of)}`;
    case 'fact':
      return `${condition.fact}: ${oneOrList(condition.answers)}`;
    case 'topic':
      return `topic: ${condition.topic}`;
    case 'concept':
      return condition.concept;
    case 'yields':
      return `yields: ${condition.principle}`;
    case 'departs':
      return `departs: { ${condition.from}: ${condition.action} }`;
  }
}

function bracketed(condition: Condition): string {
  return condition.kind === 'concept' ? conditionLine(condition) : `{ ${conditionLine(condition)} }`;
}

/** One word as it is, several as a list: `[a, b]`. */
export function oneOrList(words: readonly string[]): string {
  const [only] = words;
  return words.length === 1 && only !== undefined ? only : `[${words.join(', ')}]`;
}
