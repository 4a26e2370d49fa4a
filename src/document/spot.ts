import type { ProblemPlace } from '../problems/problem.ts';
import type { Field, Node } from './node.ts';

/** What a schema spoke about: a value, and the key under which it stands. */
export interface Spot {
  readonly node: Node;
  readonly field?: Field;
}

/** Finds what a JSON pointer leads to; where the tree ends before, the last thing on the way. */
export function spotOf(pointer: string, root: Node): Spot {
  let spot: Spot = { node: root };
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    spot = below(spot, name) ?? spot;
  }
  return spot;
}

function below({ node }: Spot, name: string): Spot | undefined {
  const field = fieldOf(node, name);
  if (field) return { node: field.node, field };
  const item = node.kind === 'list' ? node.items[Number(name)] : undefined;
  return item && { node: item };
}

/** The line of a mapping that begins with a key. */
export function fieldOf(node: Node, key: string): Field | undefined {
  return node.kind === 'map' ? node.fields.find((field) => field.key === key) : undefined;
}

/** A piece is pointed at by its key; an item and the whole file by where they begin. */
export function placeOfPiece({ node, field }: Spot): ProblemPlace {
  return field?.at ?? node.place;
}

/** A scalar as it was written; of anything longer, how its first line begins. */
export function written(node: Node): string {
  if (node.kind === 'scalar') return node.text;
  const { excerpt = '', column, length } = node.place;
  return excerpt.slice(column - 1, column - 1 + (length ?? 1));
}
