import { Lexer, type YAMLError } from 'yaml';
import type { Code } from '../problems/codes.ts';
import type { Problem } from '../problems/problem.ts';
import { LIMITS } from './guard.ts';
import { placeOf, type Source, wordAt } from './source.ts';

/** Codes of faults that stay where they are; after any other one the parser is lost and what follows is noise. */
const LOCAL: readonly Code[] = ['E107', 'E114', 'E116'];

/**
 * Turns what the YAML parser found into problems: up to the first fault that makes the rest unreadable.
 *
 * E101 to E107, E109, E114, E116 to E118.
 */
export function problemsOfYaml(errors: readonly YAMLError[], source: Source): Problem[] {
  const problems: Problem[] = [];
  let line = 0;
  for (const error of errors) {
    const problem = problemOf(error, errors, source);
    if (problem.place?.line !== line) problems.push(problem);
    line = problem.place?.line ?? 0;
    if (!LOCAL.includes(problem.code) || problems.length >= LIMITS.problems) break;
  }
  return problems;
}

function problemOf(error: YAMLError, errors: readonly YAMLError[], source: Source): Problem {
  const code = codeOf(error, errors);
  const [start, end] = spanOf(code, error, source);
  const place = placeOf(source, start, end);
  return { code, place, saw: wordAt(source.text, start) };
}

function codeOf(error: YAMLError, errors: readonly YAMLError[]): Code {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return 'E103';
    case 'BAD_INDENT':
      return error.message.startsWith('Flow') ? 'E106' : 'E104';
    case 'MISSING_CHAR':
      return codeOfMissing(error.message);
    case 'BLOCK_IN_FLOW':
      return 'E106';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return overLines(error, errors) ? 'E104' : 'E107';
    case 'MULTIPLE_DOCS':
      return 'E109';
    case 'BAD_SCALAR_START':
      return 'E114';
    case 'BAD_DQ_ESCAPE':
      return 'E116';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'E117';
    case 'UNEXPECTED_TOKEN':
      return codeOfUnexpected(error.message);
    default:
      return 'E101';
  }
}

function codeOfMissing(message: string): Code {
  if (message.includes('quote')) return 'E105';
  return message.startsWith('Implicit map keys') ? 'E117' : 'E106';
}

function codeOfUnexpected(message: string): Code {
  if (/^Unexpected (?:\S+-)?scalar at node end$/.test(message)) return 'E118';
  return message.startsWith('Unexpected block-seq-ind') ? 'E114' : 'E101';
}

/** A value that goes on as a mapping one line further down: that line stands too far to the right. */
function overLines(error: YAMLError, errors: readonly YAMLError[]): YAMLError | undefined {
  return errors.find(({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === error.pos[0]);
}

function spanOf(code: Code, error: YAMLError, source: Source): readonly [number, number] {
  const { text } = source;
  const [start, end] = error.pos;
  if (code === 'E105') {
    const quote = openQuote(text, start);
    return [quote, text.length];
  }
  if (code === 'E104' && error.code === 'BLOCK_AS_IMPLICIT_KEY') {
    return wordSpan(text, text.indexOf('\n', start) + 1);
  }
  if (error.code === 'BAD_INDENT') return wordSpan(text, start);
  return [start, code === 'E103' ? end : Math.max(end, start + wordAt(text, start).length)];
}

/** The first word at or after an offset. */
function wordSpan(text: string, offset: number): readonly [number, number] {
  const start = offset + text.slice(offset).search(/\S|$/);
  return [start, start + wordAt(text, start).length];
}

/** Where the quotation mark stands that nothing closes: the last one that opens before the fault was noticed. */
function openQuote(text: string, before: number): number {
  let offset = 0;
  let found = before;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    const isMark: boolean = !isScalar && /^[\u0002\u0018\u001F]$/.test(token);
    if (offset > before) break;
    if (!isScalar && /^["']/.test(token) && !isClosed(token)) found = offset;
    isScalar = isMark && token === '\u001F';
    if (!isMark) offset += token.length;
  }
  return found;
}

function isClosed(token: string): boolean {
  return token.length > 1 && token.endsWith(token[0] ?? '');
}
