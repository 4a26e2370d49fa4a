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
}

/** A question with its places, and the marks there under each value met so far (undefined: not known). */
interface Row {
  readonly id: QuestionId;
  readonly literals: Asked['literals'];
  readonly places: readonly number[];
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
  const rows = questions.map(
    ({ id, literals }): Row => ({
      id,
      literals,
      places: literals.flatMap(({ place }) => [place, place + 1]),
      seen: [],
    }),
  );
  return (values) => {
    for (const row of rows) mark(row, values.get(row.id), marks);
    for (let gate = 0; gate < outputs.length; gate += 1) {
      const joined = allOf(inputs, gate, marks);
      const place = outputs[gate] ?? 0;
      marks[place] = joined;
      marks[place + 1] = OPPOSITE[joined] ?? OPEN;
    }
    return marks;
  };
}

/** The mark that one gate makes of the four that it takes in. */
export function allOf(inputs: Int32Array, gate: number, marks: Uint8Array): number {
  const from = WIDTH * gate;
  return (
    (marks[inputs[from] ?? 0] ?? 0) &
    (marks[inputs[from + 1] ?? 0] ?? 0) &
    (marks[inputs[from + 2] ?? 0] ?? 0) &
    (marks[inputs[from + 3] ?? 0] ?? 0)
  );
}

function mark(row: Row, value: string | undefined, marks: Uint8Array): void {
  const { places } = row;
  const own = marksUnder(row, value);
  for (let at = 0; at < places.length; at += 1) marks[places[at] ?? 0] = own[at] ?? OPEN;
}

function marksUnder({ literals, seen }: Row, value: string | undefined): readonly Mark[] {
  for (const one of seen) if (one.value === value) return one.marks;
  const marks = literals.flatMap(({ answers }): Mark[] => {
    if (value === undefined) return [OPEN, OPEN];
    return answers.includes(value) ? [YES, NO] : [NO, YES];
  });
  seen.push({ value, marks });
  return marks;
}
