/** What a small text may at most hold, in UTF-16 units: too little for any limit of the guard but that on depth. */
const SMALL = 16 * 1024;

const WORD = '[A-Za-z0-9][A-Za-z0-9_/.-]*';
const PLAIN = '[A-Za-z0-9][A-Za-z0-9 _/.()-]*';
const FLOW = `\\{ ${WORD}: ${WORD}(?:, ${WORD}: ${WORD})* \\}|\\[(?:${WORD}(?:, ${WORD})*)?\\]|\\{\\}`;

/** A line that holds a key, an item or a comment and nothing in which anything could hide. */
const LINE = new RegExp(`^(?: *|#.*| {0,30}(?:- )?${WORD}:(?: (?:${PLAIN}|${FLOW}))?| {0,30}- ${PLAIN})$`);

/**
 * Whether a text is so plain that the guard has nothing to find in it: short, a key or an item on each line, no anchors,
 * tags or directives, brackets only where they are closed on the same line, and never more than thirty spaces deep.
 *
 * INVARIANT: where this says yes, the whole guard finds nothing. A no says nothing.
 */
export function isCalm(text: string): boolean {
  return text.length <= SMALL && text.split('\n').every((line) => line.length <= 300 && LINE.test(line));
}
