import type { QuestionId } from '../../model/assessment.ts';

/**
 * What is known of a statement, as two bits: 1 says that it surely holds, 2 that it possibly does. So `&` is *and* in
 * three-valued logic (Kleene 1952), and no branch is needed where something is not known.
 */
export type Mark = 0 | 2 | 3;
export const NO = 0;
export const OPEN = 2;
export const YES = 3;

/** By mark: the mark of the opposite. */
const OPPOSITE = new Uint8Array([YES, OPEN, OPEN, NO]);

/** Statements that one gate joins. */
export const WIDTH = 4;

/**
 * Marks every place by what is known; what hangs on the first round stays open. The marks are the same array every
 * time: copy what is to be kept.
 */
export type Marking = (values: ReadonlyMap<QuestionId, string>) => Uint8Array;

/** A question and the sets of answers that conditions ask of it, each with the place of its mark. */
export interface Asked {
  readonly id: QuestionId;
  readonly literals: { readonly answers: readonly string[]; readonly place: number }[];
  /** Each value met so far (undefined: not known), with the marks of the literals, each followed by its opposite. */
  readonly seen: { readonly value: string | undefined; readonly marks: readonly Mark[] }[];
}

export interface Wiring {
  readonly places: number;
  /** Four places for each gate, in an order in which what a gate takes in is marked before it. */
  readonly inputs: Int32Array;
  readonly outputs: Int32Array;
}

/** Makes the marking of closed gates. */
export function marking(questions: readonly Asked[], { places, inputs, outputs }: Wiring): Marking {
  // Whatever nothing marks hangs on the first round.
  const marks = new Uint8Array(places).fill(OPEN);
  marks[0] = YES;
  marks[1] = NO;
  return (values) => {
    for (const question of questions) {
      const { literals } = question;
      const row = rowOf(question, values.get(question.id));
      for (let at = 0; at < literals.length; at += 1) {
        const place = literals[at]?.place ?? 0;
        marks[place] = row[2 * at] ?? OPEN;
        marks[place + 1] = row[2 * at + 1] ?? OPEN;
      }
    }
    for (let gate = 0; gate < outputs.length; gate += 1) {
      const from = WIDTH * gate;
      const mark =
        (marks[inputs[from] ?? 0] ?? 0) &
        (marks[inputs[from + 1] ?? 0] ?? 0) &
        (marks[inputs[from + 2] ?? 0] ?? 0) &
        (marks[inputs[from + 3] ?? 0] ?? 0);
      const place = outputs[gate] ?? 0;
      marks[place] = mark;
      marks[place + 1] = OPPOSITE[mark] ?? OPEN;
    }
    return marks;
  };
}

function rowOf({ literals, seen }: Asked, value: string | undefined): readonly Mark[] {
  for (const one of seen) if (one.value === value) return one.marks;
  const marks = literals.flatMap(({ answers }): Mark[] => {
    if (value === undefined) return [OPEN, OPEN];
    return answers.includes(value) ? [YES, NO] : [NO, YES];
  });
  seen.push({ value, marks });
  return marks;
}
