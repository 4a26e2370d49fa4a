import type { Finding } from '../model/finding.ts';
import type { Action } from '../model/pack.ts';
import { proofsOf } from './prove/proofs.ts';
import { dilemmaWith } from './prove/witness.ts';
import { wordNode } from './prove/words.ts';
import type { Whole } from './whole.ts';

/** The topics with a dilemma in which nothing is asked of the worker but conduct and records, each with such a dilemma. */
export function nothingRecommended(whole: Whole): Finding[] {
  const { space } = whole.findings;
  const proofs = proofsOf(whole);
  // An action without a function may be what is asked: the witness, weighed as a whole, will tell.
  const asking = [...whole.pack.actions.values()]
    .filter(isAct)
    .flatMap(({ id }) => wordNode(id, isAsked, whole) ?? []);
  const unasked = asking.map((node) => -proofs.holds(node));
  return [...whole.pack.topics.values()].flatMap(({ id, place }): Finding[] => {
    const marked = space.test({ kind: 'is', question: `topic:${id}`, answers: ['yes'] });
    const witness = dilemmaWith([proofs.holds(marked), ...unasked], proofs, whole);
    if (witness === 'none') return [];
    if (witness === undefined) return [{ kind: 'not-proved', about: [id] }];
    return [{ kind: 'nothing-recommended', about: [id], place, witness }];
  });
}

/** An action that does something about a dilemma, apart from how one behaves and what one writes down. */
export function isAct({ kind }: Action): boolean {
  return kind !== 'conduct' && kind !== 'record';
}

function isAsked(verdict: string): boolean {
  return verdict === 'must' || verdict === 'should' || verdict === 'contested';
}
