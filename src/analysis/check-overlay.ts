import type { Finding } from '../model/finding.ts';
import type { ActionId } from '../model/ids.ts';
import type { Pack, Property } from '../model/pack.ts';
import { diffPacks } from './diff/diff-packs.ts';

const DUTIES = ['must', 'must-not'];

/**
 * Proves that where a pack below makes a must or must-not of an action, the pack above does too, or shows the simplest
 * dilemma in which it does not, weighed by both. Undefined: proved.
 *
 * @param below the pack that is extended; where it is not at hand nothing is proved
 */
export function checkOverlay(
  { id, place, on = [] }: Property,
  pack: Pack,
  { below, most }: { readonly below: Pack | undefined; readonly most: number | undefined },
): Finding | undefined {
  const open: Finding = { kind: 'not-proved', about: [id], place };
  if (!below) return open;
  const { actions } = diffPacks(below, pack, {
    actions: new Set<ActionId>(on),
    mostChanges: Number.POSITIVE_INFINITY,
    ...(most !== undefined && { most }),
  });
  const [weaker] = actions.flatMap(({ action, changes }) =>
    changes
      .filter(({ before, after }) => DUTIES.some((duty) => isOnly(before, duty) && !isOnly(after, duty)))
      .map(({ second }) => ({ action, witness: second })),
  );
  if (weaker) {
    const { action, witness } = weaker;
    return { kind: 'property-fails', about: [id, action], place, witness };
  }
  return actions.some(({ outcome, more }) => more || outcome === 'not-proved') ? open : undefined;
}

function isOnly(words: readonly string[], word: string): boolean {
  return words.length === 1 && words[0] === word;
}
