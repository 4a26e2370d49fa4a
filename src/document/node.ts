import type { ProblemPlace } from '../problems/problem.ts';

/** What a file says, as a tree: every key and every value with the place where it was written. */
export type Node = MapNode | ListNode | ScalarNode;

export interface MapNode {
  readonly kind: 'map';
  readonly place: ProblemPlace;
  /** In the author's order; no key stands twice. */
  readonly fields: readonly Field[];
}

export interface ListNode {
  readonly kind: 'list';
  readonly place: ProblemPlace;
  readonly items: readonly Node[];
}

/** A single word, text or number. There is no null: what has no value was refused. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly place: ProblemPlace;
  /** The text as it was written, without quotes. */
  readonly text: string;
  /**
   * What it means: `true` and `false` are the words `yes` and `no`; a number only where it stood without quotes and
   * in plain digits (`15`, `0.5`, not `012` or `1e3`); otherwise the text.
   */
  readonly value: string | number;
}

/** One line of a mapping: its key, where the key stands, and what stands under it. */
export interface Field {
  readonly key: string;
  readonly at: ProblemPlace;
  readonly node: Node;
}

/** Gives what stands under a key, or `undefined`: the key is left out, or this is no mapping. */
export function get(node: Node, key: string): Node | undefined {
  return node.kind === 'map' ? node.fields.find((field) => field.key === key)?.node : undefined;
}

/** Gives the value without places, as JSON would hold it; `yes` and `no` stay words. */
export function plain(node: Node): unknown {
  switch (node.kind) {
    case 'map':
      return Object.fromEntries(node.fields.map((field) => [field.key, plain(field.node)]));
    case 'list':
      return node.items.map(plain);
    case 'scalar':
      return node.value;
  }
}
