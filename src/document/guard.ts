import { Lexer } from 'yaml';
import type { Code } from '../problems/codes.ts';
import type { Problem } from '../problems/problem.ts';
import { isCalm } from './calm.ts';
import { placeOf, type Source, wordAt } from './source.ts';

/** What one file may hold; far above what people write, far below what brings the parser down. */
export const LIMITS = {
  /** In UTF-16 units; what `readTextFile` lets in is no longer. */
  length: 2 * 1024 * 1024,
  depth: 32,
  indicatorsInARow: 16,
  entries: 30_000,
  tokens: 300_000,
  /** So many problems of one file are told; the rest would be told next time. */
  problems: 200,
} as const;

const FLOW_CUT_OFF = '\u0018';
const DOCUMENT_BEGINS = '\u0002';
const SCALAR_FOLLOWS = '\u001F';

/**
 * Looks at a text before the parser does and finds what it must not be given: the parser of `yaml` 2.9.1 can end the
 * whole process on deep nesting, and takes minutes on tens of thousands of keys. Takes time in proportion to the
 * length and never goes deep itself.
 *
 * @returns the first such thing, or `undefined`. E101: a bracket that closes nothing. E106: one that is not closed.
 *   E108: an anchor, an alias, a tag or a directive. E109: a second document. E120: nested too deep. E121: too many keys and items. E122: a control character.
 */
export function guard(source: Source): Problem | undefined {
  if (source.text.length > LIMITS.length) return { code: 'E121', place: placeOf(source, 0, 1), saw: '' };
  return controlCharacter(source) ?? (isCalm(source.text) ? undefined : tooMuch(source));
}

// A tab and the ends of lines are the only control characters that a text needs.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\r(?!\n)/u;

function controlCharacter(source: Source): Problem | undefined {
  const at = source.text.search(CONTROL);
  if (at === -1) return undefined;
  const code = source.text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return { code: 'E122', place: placeOf(source, at, at + 1), saw: `U+${code}` };
}

/** How far the lexer has come. */
interface Progress {
  offset: number;
  tokens: number;
  entries: number;
  /** Where in the document this place is: nothing yet but comments, in it, or after its end. */
  stage: 'before' | 'begun' | 'inside' | 'after';
  flowDepth: number;
  /** Columns at which the blocks around this place begin, the outermost first. */
  readonly blocks: number[];
  /** Indicators on this line, or in braces since the last comma. */
  indicators: number;
  lineStart: number;
  /** A block may begin here: at the start of a line and after an indicator. */
  blockMayBegin: boolean;
}

/** The guard without its short cut; exported so that a test can hold the two against each other. */
export function tooMuch(source: Source): Problem | undefined {
  const progress: Progress = {
    offset: 0,
    tokens: 0,
    entries: 0,
    stage: 'before',
    flowDepth: 0,
    blocks: [],
    indicators: 0,
    lineStart: 0,
    blockMayBegin: true,
  };
  let isScalar = false;
  for (const token of new Lexer().lex(source.text)) {
    const code = isScalar ? content(progress) : codeOf(token, progress);
    if (code) {
      const saw = wordAt(source.text, progress.offset);
      return { code, place: placeOf(source, progress.offset, progress.offset + saw.length), saw };
    }
    isScalar = token === SCALAR_FOLLOWS;
    if (isScalar || token === FLOW_CUT_OFF || token === DOCUMENT_BEGINS) continue;
    progress.offset += token.length;
    const lineEnd = token.lastIndexOf('\n');
    if (lineEnd !== -1) newLine(token.length - lineEnd - 1, progress);
  }
  return undefined;
}

function codeOf(token: string, progress: Progress): Code | undefined {
  progress.tokens += 1;
  if (progress.tokens > LIMITS.tokens) return 'E121';
  switch (token) {
    case '---':
      return beginDocument(progress);
    case '...':
      if (progress.stage === 'after') return 'E109';
      progress.stage = 'after';
      return undefined;
    case FLOW_CUT_OFF:
      return 'E106';
    case '{':
    case '[':
      return openFlow(progress);
    case '}':
    case ']':
      return closeFlow(progress);
    case ',':
      progress.indicators = 0;
      return countEntry(progress);
    case '-':
    case '?':
    case ':':
      return indicator(progress);
    default:
      return byFirstCharacter(token, progress);
  }
}

/** A line ended inside or at the end of a token; so many characters of the next line are read already. */
function newLine(already: number, progress: Progress): void {
  progress.lineStart = progress.offset - already;
  if (progress.flowDepth > 0 || already > 0) return;
  progress.indicators = 0;
  progress.blockMayBegin = true;
}

function beginDocument(progress: Progress): Code | undefined {
  if (progress.stage !== 'before') return 'E109';
  progress.stage = 'begun';
  return undefined;
}

function openFlow(progress: Progress): Code | undefined {
  const code = content(progress);
  progress.indicators = 0;
  progress.flowDepth += 1;
  return code ?? (progress.flowDepth > LIMITS.depth ? 'E120' : undefined);
}

function closeFlow(progress: Progress): Code | undefined {
  progress.indicators = 0;
  progress.flowDepth -= 1;
  return progress.flowDepth < 0 ? 'E101' : undefined;
}

function indicator(progress: Progress): Code | undefined {
  const code = content(progress);
  progress.blockMayBegin = progress.flowDepth === 0;
  progress.indicators += 1;
  if (progress.indicators > LIMITS.indicatorsInARow) return 'E120';
  return code ?? countEntry(progress);
}

function countEntry(progress: Progress): Code | undefined {
  progress.entries += 1;
  return progress.entries > LIMITS.entries ? 'E121' : undefined;
}

function byFirstCharacter(token: string, progress: Progress): Code | undefined {
  switch (token[0]) {
    case '&':
    case '*':
    case '!':
    case '%':
      return 'E108';
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case '#':
    case undefined:
    case SCALAR_FOLLOWS:
    case DOCUMENT_BEGINS:
      return undefined;
    default:
      return content(progress);
  }
}

/** Something that is part of a document stands here. */
function content(progress: Progress): Code | undefined {
  if (progress.stage === 'after') return 'E109';
  progress.stage = 'inside';
  return beginBlock(progress);
}

/** Puts this column among those at which blocks begin; blocks further to the right have ended. */
function beginBlock(progress: Progress): Code | undefined {
  if (progress.flowDepth > 0 || !progress.blockMayBegin) return undefined;
  progress.blockMayBegin = false;
  const { blocks } = progress;
  const column = progress.offset - progress.lineStart;
  while ((blocks.at(-1) ?? -1) > column) blocks.pop();
  if ((blocks.at(-1) ?? -1) < column) blocks.push(column);
  return blocks.length > LIMITS.depth ? 'E120' : undefined;
}
