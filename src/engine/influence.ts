import type { QuestionId } from '../model/assessment.ts';
import type { CompiledPack } from './compile.ts';
import type { Known } from './completions.ts';
import { questionsOf } from './condition.ts';

/** One completion, its answers written as a word with one letter a question, and what it comes to. */
export interface Row {
  readonly word: string;
  readonly result: string;
}

/** Letter of *does not apply*; the others are counted from `0` in the author's order. */
const DOES_NOT_APPLY = '-';
const FIRST = 48;

/** Writes the answers of some questions as a word. */
export function wordOf(
  questions: readonly QuestionId[],
  values: ReadonlyMap<QuestionId, string>,
  compiled: CompiledPack,
): string {
  return questions
    .map((question) => {
      const index = compiled.variables.get(question)?.answers.indexOf(values.get(question) ?? '') ?? -1;
      return index < 0 ? DOES_NOT_APPLY : String.fromCharCode(FIRST + index);
    })
    .join('');
}

export function letterOf(question: QuestionId, answer: string, compiled: CompiledPack): string {
  return wordOf([question], new Map([[question, answer]]), compiled);
}

/**
 * The questions that a result depends on: for some answers to some of the others, two of its answers (*does not
 * apply* is not one) leave different sets of results. The others are fixed entirely, or all but those that the
 * question itself ties up, or not at all.
 */
export function influences(
  questions: readonly QuestionId[],
  rows: readonly Row[],
  { compiled, known }: { readonly compiled: CompiledPack; readonly known: Known },
): QuestionId[] {
  if (rows.every((row) => row.result === rows[0]?.result)) return [];
  const bonds = [...compiled.constraints.map(({ never }) => never), ...known.required].map((test) =>
    questionsOf(test),
  );
  return questions.filter((question, index) => {
    const bound = bonds.filter((bond) => bond.includes(question)).flat();
    const tied = new Set(
      questions.flatMap((other, place) =>
        bound.includes(other) || mentions(question, other, compiled) ? [place] : [],
      ),
    );
    return [new Set([index]), tied.add(index), new Set(questions.keys())].some((free) =>
      differs(rows, index, free),
    );
  });
}

/** Whether, with the letters outside `free` fixed in some way, two answers leave different sets of results. */
function differs(rows: readonly Row[], index: number, free: ReadonlySet<number>): boolean {
  const groups = new Map<string, Map<string, Set<string>>>();
  for (const { word, result } of rows) {
    const answer = word[index] ?? DOES_NOT_APPLY;
    if (answer === DOES_NOT_APPLY) continue;
    const fixed = free.size === 1 ? word.slice(0, index) + word.slice(index + 1) : without(word, free);
    const byAnswer = at(groups, fixed, () => new Map<string, Set<string>>());
    at(byAnswer, answer, () => new Set<string>()).add(result);
  }
  for (const byAnswer of groups.values()) {
    const sets = [...byAnswer.values()].map((results) => [...results].sort().join('\n'));
    if (sets.some((set) => set !== sets[0])) return true;
  }
  return false;
}

function without(word: string, free: ReadonlySet<number>): string {
  return word
    .split('')
    .filter((_, index) => !free.has(index))
    .join('');
}

function at<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** Whether the second question arises, or not, by the answer to the first. */
function mentions(first: QuestionId, second: QuestionId, compiled: CompiledPack): boolean {
  const asked = compiled.variables.get(second)?.asked;
  if (!asked) return false;
  const before = questionsOf(asked);
  return before.includes(first) || before.some((question) => mentions(first, question, compiled));
}
