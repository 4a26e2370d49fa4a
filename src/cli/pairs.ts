import { InputError } from '../problems/input-error.ts';

/** What a value of the form `a=b` is called and looks like, for the message when it is not one. */
export interface PairForm {
  readonly form: string;
  readonly example: string;
}

/** Splits `a=b,c=d`, given once or several times, into pairs in the order given. E811: a part is no such pair. */
export function pairsOf(
  values: readonly string[],
  { form, example }: PairForm,
): (readonly [string, string])[] {
  const parts = values.flatMap((value) => value.split(',')).map((part) => part.trim());
  return parts.map((part) => {
    const [left = '', right = '', ...more] = part.split('=');
    if (left === '' || right === '' || more.length > 0) {
      throw new InputError([{ code: 'E811', saw: part, values: { form, example } }]);
    }
    return [left, right];
  });
}

/** Collects the values of an option that may be given several times. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
