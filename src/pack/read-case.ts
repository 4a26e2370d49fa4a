import type { Kind } from '../document/kind.ts';
import { get } from '../document/node.ts';
import { openDocument } from '../document/open.ts';
import { type Parsed, parse } from '../document/parse.ts';
import { sourceOf } from '../document/source.ts';
import type { CaseFile } from '../model/case-file.ts';
import type { Pack } from '../model/pack.ts';
import { inOrder } from '../problems/in-order.ts';
import type { Problem } from '../problems/problem.ts';
import { caseOf } from './case/case-of.ts';
import { wordOf } from './read/node.ts';

/** A file with answers: how the user named it, and its text (YAML or JSON). */
export interface CaseText {
  readonly file: string;
  readonly text: string;
  /** What `parse` has made of the text, where it was called already. */
  readonly parsed?: Parsed;
}

/** Either the case, or what is wrong with the file, in the order of the text. */
export interface ReadCase {
  readonly caseFile?: CaseFile;
  readonly problems: readonly Problem[];
}

/**
 * Reads a case file, or a scenario as one, against the pack that will weigh it. Numbers become bands; what a scenario
 * expects is not looked at.
 *
 * @param path of a staged scenario, `told=ask-risk,more=emergency`: what the stages on the way reveal and what their
 *   options add, in this order; left out: what the first stage reveals
 * @returns problems E1xx and E2xx (then nothing more is looked at), or E501 to E511
 */
export function readCase(
  { file, text, parsed = parse(sourceOf(file, text)) }: CaseText,
  pack: Pack,
  { path }: { readonly path?: string } = {},
): ReadCase {
  const { value, problems } = openDocument({ file, text, parsed, kind: kindOf(parsed) });
  if (!value) return { problems };
  const found: Problem[] = [];
  const options = { report: (problem: Problem): void => void found.push(problem) };
  const caseFile = caseOf(value, pack, path === undefined ? options : { ...options, path });
  if (found.length === 0) return { caseFile, problems: [] };
  return { problems: inOrder(found) };
}

/** A scenario says so itself; anything else is held to the shape of a case file. */
function kindOf({ root }: Parsed): Kind {
  const schema = root && get(root, 'schema');
  return schema && wordOf(schema).startsWith('timbang.scenario/') ? 'scenario' : 'case';
}
