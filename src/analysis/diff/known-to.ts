import type { Dilemma, Given } from '../../model/case-file.ts';
import type { FactId } from '../../model/ids.ts';
import type { Pack } from '../../model/pack.ts';

/**
 * A dilemma as another pack takes it: what that pack has no question, answer or action for is left out, and a number is
 * cut into the bands of that pack.
 */
export function knownTo(pack: Pack, dilemma: Dilemma): Dilemma {
  const { topics, actions } = pack;
  return {
    facts: new Map(
      [...dilemma.facts].flatMap(([id, given]) => {
        const known = givenIn(pack, id, given);
        return known ? [[id, known] as const] : [];
      }),
    ),
    screened: new Map([...dilemma.screened].filter(([id]) => topics.has(id))),
    ...(dilemma.topics && { topics: new Set([...dilemma.topics].filter((id) => topics.has(id))) }),
    considering: dilemma.considering.filter((id) => actions.has(id)),
    decided: new Map([...dilemma.decided].filter(([id]) => actions.has(id))),
  };
}

function givenIn({ facts }: Pack, id: FactId, given: Given): Given | undefined {
  const fact = facts.get(id);
  if (!fact || given.kind !== 'answer') return fact && given;
  const { number } = given;
  const band =
    number === undefined
      ? undefined
      : fact.answers.find(({ band: one }) => one && one.from <= number && number < one.below);
  if (band) return { ...given, answer: band.id };
  return fact.answers.some((answer) => answer.id === given.answer) ? given : undefined;
}
