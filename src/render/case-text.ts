import type { Dilemma, Given } from '../model/case-file.ts';

/**
 * A dilemma told as a case file that `timbang assess` and `walk --answers` read. Ids and dates only, so that no quoting
 * is needed; no free text is in it.
 */
export function caseText(dilemma: Dilemma, pack: string): string {
  const lines = [`pack: ${pack}`];
  if (dilemma.topics) lines.push(`topics: [${[...dilemma.topics].join(', ')}]`);
  if (dilemma.screened.size > 0) {
    lines.push(
      'screened:',
      ...[...dilemma.screened].map(([topic, part]) => `  ${topic}: ${part ? 'yes' : 'no'}`),
    );
  }
  if (dilemma.facts.size === 0) lines.push('facts: {}');
  else lines.push('facts:', ...[...dilemma.facts].map(([fact, given]) => `  ${fact}: ${written(given)}`));
  if (dilemma.considering.length > 0) lines.push(`considering: [${dilemma.considering.join(', ')}]`);
  if (dilemma.decided.size > 0) {
    lines.push('decided:', ...[...dilemma.decided].map(([action, word]) => `  ${action}: ${word}`));
  }
  return `${lines.join('\n')}\n`;
}

function written(given: Given): string {
  switch (given.kind) {
    case 'answer':
      return given.number === undefined ? given.answer : String(given.number);
    case 'find-out':
      return `{ find-out: ${given.by} }`;
    default:
      return given.kind;
  }
}
