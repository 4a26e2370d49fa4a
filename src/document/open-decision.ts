import { inOrder } from '../problems/in-order.ts';
import type { Problem } from '../problems/problem.ts';
import type { ShapeError, Validator } from './generated/validators.js';
import * as validators from './generated/validators.js';
import { LIMITS } from './guard.ts';
import { parse } from './parse.ts';
import { placeInJson } from './place-in-json.ts';
import { placeOf, type Source, sourceOf } from './source.ts';

/** A decision record as JSON holds it; or what is wrong with the text. */
export type OpenedDecision =
  | { readonly value: object; readonly problems: readonly [] }
  | { readonly value?: undefined; readonly problems: readonly Problem[] };

/**
 * Reads a decision record that a program has written, and checks it and the result in it against their schemas. JSON
 * alone: what people write by hand is YAML, in which nothing may be left empty.
 *
 * Problems: E1xx and E621, it is no JSON; E120, it is nested too deep; E622, a piece is missing, unknown or of another form.
 */
export function openDecision({
  file,
  text,
}: {
  readonly file: string;
  readonly text: string;
}): OpenedDecision {
  const source = sourceOf(file, text);
  const deep = tooDeep(source.text);
  if (deep !== undefined)
    return { problems: [{ code: 'E120', place: placeOf(source, deep, deep + 1), saw: '' }] };
  let value: unknown;
  try {
    value = JSON.parse(source.text);
  } catch {
    const { problems } = parse(source);
    const place = placeOf(source, 0, 1);
    return { problems: problems.length > 0 ? problems : [{ code: 'E621', place, saw: '' }] };
  }
  const problems = [
    ...faultsOf({ validate: validators.decision, value, source, under: '' }),
    ...faultsOfReports(value, source),
  ];
  if (problems.length > 0) return { problems: inOrder(problems).slice(0, LIMITS.problems) };
  return { value: value as object, problems: [] };
}

function faultsOfReports(value: unknown, source: Source): Problem[] {
  const versions = (value as { readonly versions?: unknown } | null)?.versions;
  if (!Array.isArray(versions)) return [];
  return versions.flatMap((version: unknown, at) => {
    const report = (version as { readonly report?: unknown } | null)?.report;
    return report === undefined
      ? []
      : faultsOf({ validate: validators.assessment, value: report, source, under: `/versions/${at}/report` });
  });
}

interface Checking {
  readonly validate: Validator;
  readonly value: unknown;
  readonly source: Source;
  /** JSON pointer of the value in the text. */
  readonly under: string;
}

function faultsOf({ validate, value, source, under }: Checking): Problem[] {
  if (validate(value)) return [];
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'if')
    .map((error) => ({
      code: 'E622' as const,
      place: placeInJson(source, `${under}${error.instancePath}`),
      saw: nameOf(error),
    }));
}

/** The key that is missing or too much, else the key whose value has another form. */
function nameOf({ params, instancePath }: ShapeError): string {
  const named = params['missingProperty'] ?? params['additionalProperty'];
  return typeof named === 'string'
    ? named
    : (instancePath.split('/').findLast((step) => !/^\d*$/.test(step)) ?? '');
}

/** Deeper than any record, and far from what overflows a stack. */
const DEEPEST = 64;

/** Where a text goes too deep; brackets in strings do not count. */
function tooDeep(text: string): number | undefined {
  let [depth, inString] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else inString = sign !== '"';
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth > DEEPEST) return at;
  }
  return undefined;
}
