import type { Problem } from '../problems/problem.ts';
import { catalogue } from './catalogue.ts';
import { choiceInWords } from './lists.ts';
import type { Say } from './say.ts';

/** A problem in words: the sentence, what helps, and the line that it is about. */
export interface ProblemWords {
  readonly code: string;
  /** `case.yaml:6:20`, or the file alone. */
  readonly place: string | null;
  readonly message: string;
  readonly help: readonly string[];
  readonly excerpt: {
    readonly line: number;
    readonly column: number;
    readonly length: number;
    readonly text: string;
  } | null;
}

/** How many of the words that could have stood there are listed. */
const MOST_EXPECTED = 12;

/** Looks up the words of a problem by its code: every code has a sentence and a hint in every language. */
export function problemWords(problem: Problem, say: Say): ProblemWords {
  const { code, place, saw, expected = [], nearest } = problem;
  const shown = expected.slice(0, MOST_EXPECTED);
  const left = expected.length - shown.length;
  const values = {
    ...problem.values,
    saw,
    nearest: nearest ?? '',
    expected:
      left > 0
        ? say('problem.expected-more', { expected: shown.join(', '), count: left })
        : choiceInWords(shown, say),
  };
  // A hint that lists what could have stood there says nothing where that is not known.
  const hint = catalogue.en[`problem.${code}.hint`];
  const help =
    expected.length === 0 && hint.includes('{expected}') ? [] : [say(`problem.${code}.hint`, values)];
  const meant = nearest === undefined ? [] : [say('problem.nearest', { nearest })];
  return {
    code,
    place: place ? `${place.file}:${place.line}:${place.column}` : null,
    message: say(`problem.${code}`, values),
    help: [...help, ...meant],
    excerpt:
      place?.excerpt === undefined
        ? null
        : { line: place.line, column: place.column, length: place.length ?? 1, text: place.excerpt },
  };
}
