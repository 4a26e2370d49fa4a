import { CODES, type Code } from '../problems/codes.ts';
import { nearestOf } from '../problems/nearest.ts';
import type { Problem, ProblemPlace } from '../problems/problem.ts';
import type { ShapeError, Validator } from './generated/validators.js';
import * as validators from './generated/validators.js';
import { LIMITS } from './guard.ts';
import { type Field, type Node, plain } from './node.ts';
import type { Kind } from './open.ts';

const VALIDATORS: Readonly<Record<Kind, Validator>> = {
  pack: validators.pack,
  'pack-file': validators.packFile,
  case: validators.caseFile,
  scenario: validators.scenario,
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
    .flatMap((error) => problemOf(error, root) ?? []);
  return onlyOnce(problems);
}

/** What an error is about: the value, and the key under which it stands. */
interface Spot {
  readonly node: Node;
  readonly field?: Field;
}

function problemOf(error: ShapeError, root: Node): Problem | undefined {
  // Which branches of a `oneOf` do not hold is told once, by the `oneOf` itself.
  if (/\/oneOf\/\d+\//.test(error.schemaPath)) return undefined;
  const spot = spotOf(error.instancePath, root);
  const own = ownCode(error);
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(error, spot);
    case 'required':
    case 'dependencies':
      return missingKey(error, spot);
    case 'enum':
    case 'const':
      return { ...atValue(spot, own ?? 'E203'), ...suggest(wordOf(spot.node), allowed(error)) };
    case 'type':
      return { ...atValue(spot, own ?? codeOfType(error)), ...examplesOf(error) };
    case 'pattern':
      if (error.propertyName !== undefined) return atKey(error, spot);
      return { ...atValue(spot, own ?? 'E208'), ...examplesOf(error) };
    case 'minItems':
    case 'minProperties':
      return { ...atValue(spot, 'E216'), saw: spot.field?.key ?? '' };
    case 'minimum':
    case 'maximum':
      return { ...atValue(spot, 'E218'), values: { limit: Number(error.params['limit']) } };
    case 'uniqueItems':
      return repeated(error, spot);
    case 'oneOf':
      return own && exactlyOne(error, spot, own);
    default:
      // `if`, `anyOf`, `not` and `propertyNames` only say again what another error says in detail.
      return undefined;
  }
}

function unknownKey(error: ShapeError, { node }: Spot): Problem | undefined {
  const key = String(error.params['additionalProperty']);
  const field = node.kind === 'map' ? node.fields.find((one) => one.key === key) : undefined;
  const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object).filter(
    (name) => name !== '$schema',
  );
  const present = node.kind === 'map' ? node.fields.map((one) => one.key) : [];
  const expected = known.filter((name) => !present.includes(name));
  return { code: 'E201', place: field?.at ?? node.place, ...suggest(key, expected) };
}

function missingKey(error: ShapeError, spot: Spot): Problem {
  const missing = String(error.params['missingProperty']);
  return { code: ownCode(error) ?? 'E202', place: placeOfPiece(spot), saw: missing, expected: [missing] };
}

function exactlyOne(error: ShapeError, spot: Spot, code: Code): Problem {
  const branches = (error.parentSchema?.['oneOf'] ?? []) as readonly {
    readonly required?: readonly string[];
  }[];
  const expected = branches.flatMap(({ required }) => required ?? []);
  const there = spot.node.kind === 'map' ? spot.node.fields.filter(({ key }) => expected.includes(key)) : [];
  // With two of them, the second one is too much.
  return {
    code,
    place: there[1]?.at ?? placeOfPiece(spot),
    saw: there[1]?.key ?? spot.field?.key ?? '',
    expected,
  };
}

function repeated(error: ShapeError, spot: Spot): Problem {
  const later = Math.max(Number(error.params['i']), Number(error.params['j']));
  const item = spot.node.kind === 'list' ? spot.node.items[later] : undefined;
  return atValue(item ? { node: item } : spot, 'E219');
}

function atKey(error: ShapeError, { node }: Spot): Problem {
  const key = error.propertyName ?? '';
  const field = node.kind === 'map' ? node.fields.find((one) => one.key === key) : undefined;
  return { code: ownCode(error) ?? 'E210', place: field?.at ?? node.place, saw: key, ...examplesOf(error) };
}

function atValue({ node, field }: Spot, code: Code): Problem {
  return { code, place: node.place, saw: wordOf(node), ...(field && { values: { key: field.key } }) };
}

/** A piece is pointed at by its key; the whole file by its first line. */
function placeOfPiece({ node, field }: Spot): ProblemPlace {
  return field?.at ?? node.place;
}

/** A scalar as it was written; of anything longer, how its first line begins. */
function wordOf(node: Node): string {
  if (node.kind === 'scalar') return node.text;
  const { excerpt = '', column, length } = node.place;
  return excerpt.slice(column - 1, column - 1 + (length ?? 1));
}

function suggest(saw: string, expected: readonly string[]): Pick<Problem, 'saw' | 'expected' | 'nearest'> {
  const nearest = nearestOf(saw, expected);
  return { saw, expected, ...(nearest !== undefined && { nearest }) };
}

/** What may stand there; `true` and `false` are other words for yes and no. */
function allowed({ params }: ShapeError): string[] {
  const values = (params['allowedValues'] ?? [params['allowedValue']]) as readonly unknown[];
  return values.filter((value) => typeof value !== 'boolean').map(String);
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
  const told = String(parentSchema?.['$comment'] ?? '').split(' ');
  return CODES.shape.find((code) => told.includes(`${keyword}=${code}`));
}

function spotOf(pointer: string, root: Node): Spot {
  let spot: Spot = { node: root };
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    spot = below(spot, name) ?? spot;
  }
  return spot;
}

function below({ node }: Spot, name: string): Spot | undefined {
  if (node.kind === 'map') {
    const field = node.fields.find(({ key }) => key === name);
    return field && { node: field.node, field };
  }
  const item = node.kind === 'list' ? node.items[Number(name)] : undefined;
  return item && { node: item };
}

/** Two branches of a schema may find the same fault. */
function onlyOnce(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, place, saw }) => {
    const name = `${place?.line}:${place?.column} ${code} ${saw}`;
    return !seen.has(name) && seen.add(name);
  });
}
