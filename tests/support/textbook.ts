import type { Modality } from '../../src/model/pack.ts';

/** A rule on one action: what it says, and the rules over which it is ranked. */
export interface TextbookRule {
  readonly modality: Modality;
  readonly over: readonly number[];
}

/**
 * Defeasible provability as the textbook defines it (Antoniou, Billington, Governatori and Maher, Representation
 * Results for Defeasible Logic, 2001), for one literal whose rules all have true bodies: +d q holds when some rule for q
 * applies and every rule for its complement is beaten by some rule for q that is superior to it (team defeat, ambiguity
 * blocked). Shares no code with the engine nor with the enumerating reading beside it.
 *
 * @returns what is provable of the action; `neither` where rules apply and nothing is
 */
export function provable(rules: readonly TextbookRule[]): 'for' | 'against' | 'neither' | 'no-rule' {
  const isAgainst = (rule: TextbookRule): boolean => rule.modality.endsWith('-not');
  const grade = ({ modality }: TextbookRule): number =>
    modality === 'may' ? 0 : modality.startsWith('should') ? 1 : 2;
  // A grade is a superiority that holds where no other is written, either way.
  const superior = (one: TextbookRule, other: TextbookRule): boolean => {
    const written = (a: TextbookRule, b: TextbookRule) => a.over.includes(rules.indexOf(b));
    return written(one, other) || (!written(other, one) && grade(one) > grade(other));
  };
  const proved = (side: boolean): boolean => {
    const team = rules.filter((rule) => isAgainst(rule) === side);
    const attack = rules.filter((rule) => isAgainst(rule) !== side);
    return team.length > 0 && attack.every((rule) => team.some((member) => superior(member, rule)));
  };
  if (rules.length === 0) return 'no-rule';
  return proved(false) ? 'for' : proved(true) ? 'against' : 'neither';
}

/** What a verdict says of provability: the words of `provable`, and one for what hangs on facts. */
export const SAID = {
  must: 'for',
  should: 'for',
  may: 'for',
  'must-not': 'against',
  'should-not': 'against',
  contested: 'neither',
  silent: 'no-rule',
  depends: 'open',
} as const;
