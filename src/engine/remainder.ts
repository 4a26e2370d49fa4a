/**
 * What is left of a test once some questions have a value, by number: equal remainders have the same number, so that
 * what was worked out of one is not worked out again.
 */
export type Remainder = number;

export const FAILS: Remainder = 0;
export const HOLDS: Remainder = 1;

/** How a remainder is made: of others, or of one question, for which it holds under some of its answers. */
export type Part =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Remainder[] }
  | { readonly kind: 'not'; readonly of: Remainder }
  | { readonly kind: 'asks'; readonly level: number; readonly holds: readonly boolean[] };

/** Remainders, each different one once. What is decided is left out, so neither `FAILS` nor `HOLDS` is part of another. */
export interface Remainders {
  readonly all: (of: readonly Remainder[]) => Remainder;
  readonly any: (of: readonly Remainder[]) => Remainder;
  readonly not: (of: Remainder) => Remainder;
  readonly asks: (level: number, holds: readonly boolean[]) => Remainder;
  /** Not for `FAILS` and `HOLDS`, which have no parts. */
  readonly partOf: (remainder: Remainder) => Part;
}

export function emptyRemainders(): Remainders {
  const known = new Map<string, Remainder>();
  const parts: Part[] = [];

  function number(key: string, part: Part): Remainder {
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    parts.push(part);
    const fresh = parts.length + HOLDS;
    known.set(key, fresh);
    return fresh;
  }

  function joined(kind: 'all' | 'any', of: readonly Remainder[]): Remainder {
    const [decisive, idle] = kind === 'all' ? [FAILS, HOLDS] : [HOLDS, FAILS];
    if (of.includes(decisive)) return decisive;
    const left = [...new Set(of)].filter((one) => one !== idle).sort((one, other) => one - other);
    const [first = idle] = left;
    return left.length < 2 ? first : number(`${kind} ${left.join(' ')}`, { kind, of: left });
  }

  return {
    all: (of) => joined('all', of),
    any: (of) => joined('any', of),
    not: (of) => (of === FAILS ? HOLDS : of === HOLDS ? FAILS : number(`not ${of}`, { kind: 'not', of })),
    asks: (level, holds) => {
      const [first = false] = holds;
      if (holds.every((one) => one === first)) return first ? HOLDS : FAILS;
      return number(`asks ${level} ${holds.map(Number).join('')}`, { kind: 'asks', level, holds });
    },
    partOf: (remainder) => parts[remainder - HOLDS - 1] as Part,
  };
}
