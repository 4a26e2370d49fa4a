import type { Look } from '../fold/steps.ts';
import type { Session } from './session.ts';

/** A bound above this is true and only frightens. */
const FEW = 10;

/**
 * How many questions come after this page at most: said because it is true whatever is answered.
 *
 * @param shown questions that are asked on this page
 */
export function leftAtMost(
  { voice, state }: Session,
  { atMost }: Look,
  shown = 1,
): { readonly note?: string } {
  // A page gone back to is not one of those that are left.
  const count = state.at === undefined ? atMost() - shown : atMost();
  if (count > FEW || (count === 0 && state.at !== undefined)) return {};
  const which = count === 0 ? 'none' : count === 1 ? 'one' : 'many';
  return {
    note: voice.say(shown > 1 ? `walk.at-most.together.${which}` : `walk.at-most.${which}`, { count }),
  };
}
