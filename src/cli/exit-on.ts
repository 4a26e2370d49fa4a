import { VERDICTS, type Verdict } from '../model/pack.ts';
import { InputError } from '../problems/input-error.ts';
import { nearestOf } from '../problems/nearest.ts';
import { pairsOf } from './pairs.ts';
import { checkAction, type Weighed } from './weigh.ts';

const WORDS = [...VERDICTS, 'depends'] as const;
type Word = Verdict | 'depends';
const ALONE = ['contested', 'depends'] as const;

/** Results on which a script asked for exit code 1: a verdict on one action, or on any. */
export type ExitOn = readonly { readonly action?: string; readonly verdict: Word }[];

/** Reads the values of `--exit-on`. E811: no such form. E805: no such verdict. */
export function readExitOn(values: readonly string[]): ExitOn {
  return values
    .flatMap((value) => value.split(','))
    .map((value) => {
      const alone = ALONE.find((word) => word === value);
      if (alone) return { verdict: alone };
      const [pair] = pairsOf([value], { form: 'ACTION=VERDICT', example: 'write-it-down=must' });
      const [action = '', word = ''] = pair ?? [];
      const verdict = WORDS.find((one) => one === word);
      if (!verdict) throw notAVerdict(word);
      return { action, verdict };
    });
}

/** Says whether any of the results asked for came. E814: the pack of a result has no such action. */
export function askedFor(wanted: ExitOn, weighed: readonly Weighed[]): boolean {
  return weighed.some(({ pack, assessment }) =>
    wanted.some(({ action, verdict }) => {
      if (action === undefined) return assessment.actions.some((one) => one.verdict === verdict);
      checkAction(action, pack);
      const found = assessment.actions.find(({ id }) => id === action);
      return (found?.verdict ?? 'silent') === verdict;
    }),
  );
}

function notAVerdict(saw: string): InputError {
  const nearest = nearestOf(saw, WORDS);
  const values = { option: '--exit-on' };
  return new InputError([
    { code: 'E805', saw, expected: WORDS, values, ...(nearest !== undefined && { nearest }) },
  ]);
}
