import { type Field, get, type Node } from '../../document/node.ts';
import { Bug } from '../../problems/bug.ts';

/** Whether lines with keys stand here. */
export function isMap(node: Node): boolean {
  return node.kind === 'map';
}

/** The lines of a mapping in the author's order; anything else has none. */
export function fieldsOf(node: Node): readonly Field[] {
  return node.kind === 'map' ? node.fields : [];
}

/** What the shape check has made sure of: a key that is there. */
export function need(node: Node, key: string): Node {
  const found = get(node, key);
  if (!found) throw new Bug(`the shape check let a piece without "${key}" pass`);
  return found;
}

/** The items of a list; anything else stands for a list of one. */
export function itemsOf(node: Node): readonly Node[] {
  return node.kind === 'list' ? node.items : [node];
}

/** The items under a key; none where the key is left out. */
export function itemsUnder(node: Node, key: string): readonly Node[] {
  const found = get(node, key);
  return found ? itemsOf(found) : [];
}

/** The word or text of a scalar: `yes` also where `true` was written. A mapping or a list is no word: empty. */
export function wordOf(node: Node): string {
  if (node.kind !== 'scalar') return '';
  return typeof node.value === 'string' ? node.value : node.text;
}

/** A number, also one in quotes; `undefined` for anything else. */
export function numberOf(node: Node): number | undefined {
  const word = wordOf(node);
  return /^-?\d+(?:\.\d+)?$/.test(word) ? Number(word) : undefined;
}

/** Whether a line that is yes or no says yes; left out: no. */
export function saysYes(node: Node | undefined): boolean {
  return node !== undefined && wordOf(node) === 'yes';
}

/** A mapping without some of its keys. */
export function without(node: Node, keys: readonly string[]): Node {
  return node.kind === 'map'
    ? { ...node, fields: node.fields.filter(({ key }) => !keys.includes(key)) }
    : node;
}
