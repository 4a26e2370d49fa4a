import type { ProblemPlace } from '../problems/problem.ts';
import { placeOf, type Source } from './source.ts';

/**
 * Where in a JSON text a JSON pointer leads to; where it leads to nothing, the last thing on the way.
 *
 * @param source a text that `JSON.parse` takes
 */
export function placeInJson(source: Source, pointer: string): ProblemPlace {
  const steps = pointer.split('/').slice(1);
  let at = skipSpace(source.text, 0);
  for (const step of steps) {
    const next = below(source.text, at, step.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (next === undefined) break;
    at = next;
  }
  return placeOf(source, at, endOf(source.text, at));
}

/** Where the value under a key, or with a number, begins. */
function below(text: string, start: number, step: string): number | undefined {
  const isMap = text[start] === '{';
  if (!isMap && text[start] !== '[') return undefined;
  let at = skipSpace(text, start + 1);
  for (let number = 0; text[at] !== '}' && text[at] !== ']' && at < text.length; number += 1) {
    let name = String(number);
    if (isMap) {
      const end = endOf(text, at);
      name = JSON.parse(text.slice(at, end)) as string;
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    if (name === step) return at;
    at = skipSpace(text, endOf(text, at));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return undefined;
}

/** Where a value ends. Goes through it without going deep. */
function endOf(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  if (first !== '{' && first !== '[') {
    let at = start;
    while (at < text.length && !/[\s,\]}]/.test(text[at] as string)) at += 1;
    return at;
  }
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at) - 1;
    else if (sign === '{' || sign === '[') depth += 1;
    else if ((sign === '}' || sign === ']') && --depth === 0) return at + 1;
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at;
}
