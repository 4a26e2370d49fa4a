import { get, type Node } from '../../document/node.ts';
import { fieldsOf, isMap, itemsUnder, wordOf } from '../../pack/read/node.ts';
import type { ProblemPlace } from '../../problems/problem.ts';

/** A stage, an end or an option (`stage=option`) that tests need not reach, and why. */
export interface Waived {
  readonly id: string;
  readonly because: string;
  readonly place: ProblemPlace;
}

/** What a scenario leaves out of its coverage. */
export function waivedIn(root: Node): Waived[] {
  const coverage = get(root, 'coverage');
  return (coverage ? itemsUnder(coverage, 'waive') : []).flatMap((item) => {
    const [id, because] = [get(item, 'id'), get(item, 'because')];
    return id && because ? [{ id: wordOf(id), because: reasonOf(because), place: id.place }] : [];
  });
}

function reasonOf(node: Node): string {
  const [first] = fieldsOf(node);
  return isMap(node) && first ? wordOf(first.node) : wordOf(node);
}
