import { isMap, isScalar, isSeq, type ParsedNode, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { inOrder } from '../problems/in-order.ts';
import type { Problem, ProblemPlace } from '../problems/problem.ts';
import { bareKeys } from './bare-keys.ts';
import { guard, LIMITS } from './guard.ts';
import type { Field, Node } from './node.ts';
import { placeOf, type Source } from './source.ts';
import { problemsOfYaml } from './yaml-fault.ts';

export type Parsed =
  | { readonly root: Node; readonly problems: readonly [] }
  | { readonly root?: undefined; readonly problems: readonly Problem[] };

/**
 * Reads YAML 1.2 (and so JSON) into a tree with places. What it means is decided here and not by the parser: every
 * scalar keeps its text, and a key without a value is a fault.
 *
 * @returns no tree as soon as there is a problem: E101 to E123
 */
export function parse(source: Source): Parsed {
  const refused = guard(source);
  if (refused) return { problems: [refused] };
  const document = parseDocument<ParsedNode>(source.text, {
    version: '1.2',
    schema: 'failsafe',
    strict: true,
    // Ours is linear and names the first place; that of the parser is quadratic.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) return { problems: problemsOfYaml(faults, source) };
  if (!document.contents) return { problems: [{ code: 'E115', place: placeOf(source, 0, 0), saw: '' }] };
  const reading: Reading = { source, problems: [] };
  const root = nodeOf(document.contents, reading);
  if (root && reading.problems.length === 0) return { root, problems: [] };
  return { problems: inOrder(reading.problems) };
}

interface Reading {
  readonly source: Source;
  readonly problems: Problem[];
}

function add({ problems }: Reading, problem: Problem): void {
  if (problems.length < LIMITS.problems) problems.push(problem);
}

function placeAt({ source }: Reading, node: ParsedNode): ProblemPlace {
  return placeOf(source, node.range[0], node.range[1]);
}

function nodeOf(node: ParsedNode, reading: Reading): Node | undefined {
  if (isMap(node)) return mapOf(node, reading);
  if (isSeq(node)) {
    const items = node.items.map((item) => nodeOf(item, reading)).filter((item) => item !== undefined);
    return { kind: 'list', place: placeAt(reading, node), items };
  }
  if (isScalar(node)) return scalarOf(node, reading);
  // The guard has refused aliases, the only other kind.
  add(reading, { code: 'E108', place: placeAt(reading, node), saw: '*' });
  return undefined;
}

function mapOf(node: YAMLMap.Parsed, reading: Reading): Node {
  const fields: Field[] = [];
  const first = new Map<string, number>();
  const bare = bareKeys(node, reading.source);
  if (bare) add(reading, bare);
  for (const pair of node.items) {
    const key = keyOf(pair.key, reading);
    if (key === undefined) continue;
    const at = placeAt(reading, pair.key);
    const before = first.get(key);
    if (before === undefined) first.set(key, at.line);
    else add(reading, { code: 'E102', place: at, saw: key, values: { line: before } });
    const value = pair.value && valueUnder(pair.key, pair.value, reading);
    if (value) fields.push({ key, at, node: value });
  }
  return { kind: 'map', place: placeAt(reading, node), fields };
}

/** E113: a list, a mapping or nothing as a key. E123: a key that JavaScript keeps for itself. */
function keyOf(key: ParsedNode, reading: Reading): string | undefined {
  if (!isScalar(key) || isNothing(key)) {
    add(reading, { code: 'E113', place: placeAt(reading, key), saw: '' });
    return undefined;
  }
  const word = String(key.value);
  if (word === '__proto__') add(reading, { code: 'E123', place: placeAt(reading, key), saw: word });
  return word;
}

/** E110: nothing stands under a key; told at the key, or at the word `null` where that was written. */
function valueUnder(key: ParsedNode, value: ParsedNode, reading: Reading): Node | undefined {
  if (!isScalar(value) || !isNothing(value)) return nodeOf(value, reading);
  const place = placeAt(reading, value.source === '' ? key : value);
  add(reading, { code: 'E110', place, saw: isScalar(key) ? String(key.value) : '' });
  return undefined;
}

function isNothing({ type, source }: Scalar): boolean {
  return type === 'PLAIN' && /^(?:|~|null|Null|NULL)$/.test(source ?? '');
}

function scalarOf(node: Scalar.Parsed, reading: Reading): Node | undefined {
  if (isNothing(node)) {
    add(reading, emptyItem(node, reading.source));
    return undefined;
  }
  const text = String(node.value);
  return {
    kind: 'scalar',
    place: placeAt(reading, node),
    text,
    value: node.type === 'PLAIN' ? meaningOf(text) : text,
  };
}

/** A hyphen with nothing after it, told at the hyphen; or the word `null` in a list or alone in the file. */
function emptyItem({ range, source: written }: Scalar.Parsed, source: Source): Problem {
  const start = written === '' ? Math.max(0, source.text.lastIndexOf('-', range[0])) : range[0];
  const end = written === '' ? start + 1 : range[1];
  return { code: 'E110', place: placeOf(source, start, end), saw: source.text.slice(start, end) };
}

function meaningOf(text: string): string | number {
  if (text === 'true') return 'yes';
  if (text === 'false') return 'no';
  // `012` is a code, and what is too long for a number loses digits as one.
  const isNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/.test(text);
  return isNumber && text !== '-0' ? Number(text) : text;
}
