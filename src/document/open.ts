import { inOrder } from '../problems/in-order.ts';
import type { Problem } from '../problems/problem.ts';
import type { Kind } from './kind.ts';
import type { MapNode } from './node.ts';
import { type Parsed, parse } from './parse.ts';
import { checkShape } from './shape.ts';
import { sourceOf } from './source.ts';

export interface DocumentToOpen {
  /** The file as the user named it; stands in every place. */
  readonly file: string;
  readonly text: string;
  readonly kind: Kind;
  /** What `parse` has made of the text, where it was called already. */
  readonly parsed?: Parsed;
}

/** A document that has the shape of its kind; or what is wrong with it, in the order of the text. */
export type Opened =
  | { readonly value: MapNode; readonly problems: readonly [] }
  | { readonly value?: undefined; readonly problems: readonly Problem[] };

/**
 * Reads YAML or JSON that anybody may have written and checks it against the schema of its kind.
 *
 * Never throws on what the text holds, and takes well under three seconds for any text of the size that `readTextFile`
 * lets in. Problems are E1xx (then nothing more is looked at) or E2xx; links between pieces are not checked here.
 */
export function openDocument({ file, text, kind, parsed }: DocumentToOpen): Opened {
  const { root, problems } = parsed ?? parse(sourceOf(file, text));
  if (!root) return { problems };
  const faults = inOrder(checkShape(root, kind));
  if (root.kind === 'map' && faults.length === 0) return { value: root, problems: [] };
  return { problems: faults };
}
