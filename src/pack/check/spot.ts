import type { Field, Node } from '../../document/node.ts';
import type { Pack } from '../../model/pack.ts';
import { Bug } from '../../problems/bug.ts';
import type { Problem, ProblemPlace } from '../../problems/problem.ts';
import { fieldsOf, isMap, itemsOf, wordOf } from '../read/node.ts';
import { type Merged, piecesOf, type Section } from '../read/sections.ts';

/** What a check is given: the linked pack, the pieces as written for their places, and where faults go. */
export interface Checked {
  readonly pack: Pack;
  readonly merged: Merged;
  readonly report: (problem: Problem) => void;
}

/**
 * The place of something inside a piece: what stands under a key of it, then under a key or as an item of that, as deep
 * as the path is found; an empty path is where the id of the piece stands.
 */
export function spot(merged: Merged, section: Section, [id, ...path]: readonly string[]): ProblemPlace {
  const raw = piecesOf(merged, section).get(id ?? '');
  if (!raw) throw new Bug(`no piece of ${section} to point at`);
  let place = raw.at;
  let { node }: { node: Node } = raw;
  for (const step of path) {
    const inside: Field | undefined = fieldsOf(node).find(({ key }) => key === step);
    const item = isMap(node) ? undefined : itemsOf(node).find((one) => wordOf(one) === step);
    // A word is pointed at itself; what goes on over lines, at the key that it stands under.
    if (inside) [place, node] = [inside.node.kind === 'scalar' ? inside.node.place : inside.at, inside.node];
    else if (item) [place, node] = [item.place, item];
    else break;
  }
  return place;
}

/** The place in a rule or safeguard, whichever of the two sections it stands in. */
export function spotRule(merged: Merged, [name = '', ...path]: readonly string[]): ProblemPlace {
  const section: Section = piecesOf(merged, 'rules').has(name) ? 'rules' : 'safeguards';
  return spot(merged, section, [name, ...path]);
}
