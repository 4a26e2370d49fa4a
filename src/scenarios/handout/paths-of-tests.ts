import { get, type Node } from '../../document/node.ts';
import { fieldsOf, itemsUnder, wordOf } from '../../pack/read/node.ts';

/** The paths that the tests of a scenario name, each once, in the author's order. */
export function pathsOfTests(root: Node): Record<string, string>[] {
  const paths = itemsUnder(root, 'tests').map((test) => {
    const path = get(test, 'path');
    return Object.fromEntries((path ? fieldsOf(path) : []).map(({ key, node }) => [key, wordOf(node)]));
  });
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}
