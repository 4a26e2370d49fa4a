import { CODES, type Code } from '../problems/codes.ts';
import { nearestOf } from '../problems/nearest.ts';
import type { Problem } from '../problems/problem.ts';
import type { ShapeError, Validator } from './generated/validators.js';
import * as validators from './generated/validators.js';
import { LIMITS } from './guard.ts';
import type { Kind } from './kind.ts';
import { type Node, plain } from './node.ts';
import { fieldOf, placeOfPiece, type Spot, spotOf, written } from './spot.ts';

const VALIDATORS: Readonly<Record<Kind, Validator>> = {
  pack: validators.pack,
  'pack-file': validators.packFile,
  case: validators.caseFile,
  scenario: validators.scenario,
  'follow-up': validators.followUp,
  amendment: validators.amendment,
  session: validators.session,
};

/**
 * Checks a tree against the schema of its kind.
 *
 * A schema may say under which code its keyword is told: `"$comment": "pattern=E211"`; any other failure has the code
 * of its keyword. Order is that of the schema; the caller sorts.
 *
 * @returns E201 to E222, each at the key that is not known, at the piece that lacks one, or at the value
 */
export function checkShape(root: Node, kind: Kind): Problem[] {
  const validate = VALIDATORS[kind];
  if (validate(plain(root))) return [];
  const problems = (validate.errors ?? [])
    .slice(0, LIMITS.problems)
    // Which branches of a `oneOf` do not hold is told once, by the `oneOf` itself.
    .filter(({ schemaPath }) => !/\/oneOf\/\d+\//.test(schemaPath))
    .flatMap((error) => {
      const fault = { error, spot: spotOf(error.instancePath, root), own: ownCode(error) };
      return TOLD[error.keyword]?.(fault) ?? [];
    });
  return onlyOnce(problems);
}

/** What a schema found, the place that it speaks of, and the code under which the schema wants it told. */
interface Fault {
  readonly error: ShapeError;
  readonly spot: Spot;
  readonly own: Code | undefined;
}

/** How each keyword is told. `if`, `anyOf`, `not` and `propertyNames` only say again what another one says in detail. */
const TOLD: Readonly<Record<string, (fault: Fault) => Problem | undefined>> = {
  additionalProperties: unknownKey,
  required: missingKey,
  dependencies: missingKey,
  oneOf: exactlyOne,
  enum: otherWord,
  const: otherWord,
  type: otherType,
  pattern: otherForm,
  minItems: nothingIn,
  minProperties: nothingIn,
  minimum: outOfRange,
  maximum: outOfRange,
  uniqueItems: repeated,
};

function unknownKey({ error, spot: { node } }: Fault): Problem {
  const key = String(error.params['additionalProperty']);
  const known = Object.keys(error.parentSchema?.['properties'] ?? {});
  const expected = known.filter((name) => name !== '$schema' && !fieldOf(node, name));
  return { code: 'E201', place: fieldOf(node, key)?.at ?? node.place, ...suggest(key, expected) };
}

function missingKey({ error, spot, own }: Fault): Problem {
  const missing = String(error.params['missingProperty']);
  return { code: own ?? 'E202', place: placeOfPiece(spot), saw: missing, expected: [missing] };
}

/** Only a `oneOf` that has a code of its own is about keys of which there has to be one. */
function exactlyOne({ error, spot, own }: Fault): Problem | undefined {
  if (!own) return undefined;
  const branches = (error.parentSchema?.['oneOf'] ?? []) as readonly {
    readonly required?: readonly string[];
  }[];
  const expected = branches.flatMap(({ required }) => required ?? []);
  const there = spot.node.kind === 'map' ? spot.node.fields.filter(({ key }) => expected.includes(key)) : [];
  // With two of them, the second one is too much.
  const tooMuch = there[1];
  const saw = tooMuch?.key ?? spot.field?.key ?? '';
  return { code: own, place: tooMuch?.at ?? placeOfPiece(spot), saw, expected };
}

function otherWord({ error, spot, own }: Fault): Problem {
  const values = (error.params['allowedValues'] ?? [error.params['allowedValue']]) as readonly unknown[];
  // `true` and `false` are other words for yes and no.
  const expected = values.filter((value) => typeof value !== 'boolean').map(String);
  return { ...atValue(spot, own ?? 'E203'), ...suggest(written(spot.node), expected) };
}

function otherType({ error, spot, own }: Fault): Problem {
  return { ...atValue(spot, own ?? codeOfType(error)), ...examplesOf(error) };
}

function otherForm({ error, spot, own }: Fault): Problem {
  if (error.propertyName === undefined) return { ...atValue(spot, own ?? 'E208'), ...examplesOf(error) };
  const key = error.propertyName;
  const place = fieldOf(spot.node, key)?.at ?? spot.node.place;
  return { code: own ?? 'E210', place, saw: key, ...examplesOf(error) };
}

function nothingIn({ spot }: Fault): Problem {
  return { ...atValue(spot, 'E216'), saw: spot.field?.key ?? '' };
}

function outOfRange({ error, spot }: Fault): Problem {
  return { ...atValue(spot, 'E218'), values: { limit: Number(error.params['limit']) } };
}

function repeated({ error, spot }: Fault): Problem {
  const later = Math.max(Number(error.params['i']), Number(error.params['j']));
  const item = spot.node.kind === 'list' ? spot.node.items[later] : undefined;
  return atValue(item ? { node: item } : spot, 'E219');
}

function atValue({ node, field }: Spot, code: Code): Problem {
  return { code, place: node.place, saw: written(node), ...(field && { values: { key: field.key } }) };
}

function suggest(saw: string, expected: readonly string[]): Pick<Problem, 'saw' | 'expected' | 'nearest'> {
  const nearest = nearestOf(saw, expected);
  return { saw, expected, ...(nearest !== undefined && { nearest }) };
}

function examplesOf({ parentSchema }: ShapeError): Pick<Problem, 'expected'> {
  const examples = parentSchema?.['examples'] as readonly unknown[] | undefined;
  return examples ? { expected: examples.map(String) } : {};
}

function codeOfType({ params }: ShapeError): Code {
  const types = [params['type']].flat();
  if (types.length > 1) return 'E208';
  switch (types[0]) {
    case 'object':
      return 'E204';
    case 'array':
      return 'E205';
    case 'string':
      return 'E206';
    default:
      return 'E207';
  }
}

function ownCode({ keyword, parentSchema }: ShapeError): Code | undefined {
  const comment = parentSchema?.['$comment'];
  const told = typeof comment === 'string' ? comment.split(' ') : [];
  return CODES.shape.find((code) => told.includes(`${keyword}=${code}`));
}

/** Two branches of a schema may find the same fault. */
function onlyOnce(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, place, saw }) => {
    const name = `${place?.line}:${place?.column} ${code} ${saw}`;
    return !seen.has(name) && seen.add(name);
  });
}
