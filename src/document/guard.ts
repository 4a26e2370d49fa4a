import { Lexer } from 'yaml';
import type { Code } from '../problems/codes.ts';
import type { Problem } from '../problems/problem.ts';
import { placeOf, type Source } from './source.ts';

/** What one file may hold; far above what people write, far below what brings the parser down. */
export const LIMITS = { depth: 32, indicatorsInARow: 16, entries: 40_000, tokens: 400_000 } as const;

const FLOW_CUT_OFF = '\u0018';
const DOCUMENT_BEGINS = '\u0002';
const SCALAR_FOLLOWS = '\u001F';

/**
 * Looks at a text before the parser does and finds what it must not be given: the parser of `yaml` 2.9.1 can end the
 * whole process on deep nesting, and takes minutes on tens of thousands of keys. Takes time in proportion to the
 * length and never goes deep itself.
 *
 * @returns the first such thing, or `undefined`. E108: an anchor, an alias, a tag or a directive. E109: a second
 *   document. E120: nested too deep. E121: too many keys and items. E122: a control character.
 */
export function guard(source: Source): Problem | undefined {
  return controlCharacter(source) ?? tooMuch(source);
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
  documents: number;
  flowDepth: number;
  /** Columns at which the blocks around this place begin, the outermost first. */
  readonly blocks: number[];
  /** Indicators on this line, or in braces since the last comma. */
  indicators: number;
  lineStart: number;
  /** A block may begin here: at the start of a line and after an indicator. */
  blockMayBegin: boolean;
}

function tooMuch(source: Source): Problem | undefined {
  const progress: Progress = {
    offset: 0,
    tokens: 0,
    entries: 0,
    documents: 0,
    flowDepth: 0,
    blocks: [],
    indicators: 0,
    lineStart: 0,
    blockMayBegin: true,
  };
  let isScalar = false;
  for (const token of new Lexer().lex(source.text)) {
    const code = isScalar ? beginBlock(progress) : codeOf(token, progress);
    if (code)
      return {
        code,
        place: placeOf(source, progress.offset, progress.offset + token.length),
        saw: token.slice(0, 40),
      };
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
      progress.documents += 1;
      return progress.documents > 1 ? 'E109' : undefined;
    case '...':
      // What follows the end of a document is another one.
      progress.documents += 1;
      return undefined;
    case FLOW_CUT_OFF:
      progress.flowDepth = 0;
      return undefined;
    case '{':
    case '[':
      return openFlow(progress);
    case '}':
    case ']':
      progress.flowDepth = Math.max(0, progress.flowDepth - 1);
      progress.indicators = 0;
      return undefined;
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

function openFlow(progress: Progress): Code | undefined {
  const code = beginBlock(progress);
  progress.indicators = 0;
  progress.flowDepth += 1;
  return code ?? (progress.flowDepth > LIMITS.depth ? 'E120' : undefined);
}

function indicator(progress: Progress): Code | undefined {
  const code = beginBlock(progress);
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
      return beginBlock(progress);
  }
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
