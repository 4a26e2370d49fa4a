import type { Node } from '../../engine/diagram.ts';
import type { Dilemma } from '../../model/case-file.ts';
import type { ActionId } from '../../model/ids.ts';
import type { Property, Verdict } from '../../model/pack.ts';
import type { Then } from '../then.ts';
import type { Whole } from '../whole.ts';
import { proofsOf } from './proofs.ts';
import { dilemmaWith } from './witness.ts';
import { wordNode } from './words.ts';

/**
 * Looks for the simplest dilemma that breaks a property, where one diagram would grow too large.
 *
 * @returns `none`: proved; undefined: not known
 */
export function refuted(property: Property, whole: Whole): Dilemma | 'none' | undefined {
  const then = property.then as Then;
  // Whether some action of many is asked under each way out is no matter of one way out.
  if (then['escalates-to'] !== undefined || then['some-action']) return undefined;
  const met = metNodes(property, whole);
  const broken = brokenNodes(then, whole);
  if (met.includes(undefined) || broken.includes(undefined)) return undefined;
  const proofs = proofsOf(whole);
  const start = (met as Node[]).map(proofs.holds);
  let proved = true;
  for (const node of broken as Node[]) {
    const found = dilemmaWith([...start, proofs.holds(node)], proofs, whole);
    if (found !== 'none' && found !== undefined) return found;
    proved &&= found === 'none';
  }
  return proved ? 'none' : undefined;
}

/** Where the property asks for something. */
function metNodes({ whenever, wheneverVerdict = {} }: Property, whole: Whole): (Node | undefined)[] {
  const holds = whenever ? [whole.findings.space.test(whole.compiled.resolve(whenever))] : [];
  return [...holds, ...Object.entries(wheneverVerdict).map((asked) => among(asked, whole))];
}

/** For each thing that should follow, where it does not. */
function brokenNodes(then: Then, whole: Whole): (Node | undefined)[] {
  const owed = then.owed === undefined ? {} : { [then.owed]: ['must', 'should'] as const };
  return [
    ...Object.entries({ ...then.verdict, ...owed }).map((asked) => among(asked, whole, 'not')),
    ...Object.entries(then['not-verdict'] ?? {}).map((refused) => among(refused, whole)),
  ];
}

function among(
  [action, words]: readonly [action: string, words: Verdict | readonly Verdict[]],
  whole: Whole,
  not?: 'not',
): Node | undefined {
  const list = typeof words === 'string' ? [words] : words;
  return wordNode(action as ActionId, (verdict) => list.includes(verdict) !== (not === 'not'), whole);
}
