import { isMap, isScalar, type Pair, type ParsedNode, parseDocument, stringify, type YAMLMap } from 'yaml';

/** One text to be put into a file: the way to it from the root, its language, and the words. */
export interface TextToPut {
  readonly at: readonly (string | number)[];
  readonly lang: string;
  readonly text: string;
}

/** Widest line that is written. */
const WIDTH = 110;

/**
 * Puts texts into a YAML (or JSON) file and leaves every other character as it is: comments, order and empty lines.
 *
 * A language that the text lacks gets a line under the others. The file has been parsed before and is sound.
 */
export function putTexts(file: string, texts: readonly TextToPut[]): string {
  return texts.reduce(put, file);
}

function put(file: string, { at, lang, text }: TextToPut): string {
  const document = parseDocument<ParsedNode>(file, { version: '1.2', schema: 'failsafe' });
  const node = document.getIn(at, true) as ParsedNode | undefined;
  if (!node) return file;
  const flows = at.some((_, depth) => {
    const around = document.getIn(at.slice(0, depth), true) as { readonly flow?: boolean } | undefined;
    return around?.flow === true;
  });
  // A text without languages becomes a new one; its file says of whom it is.
  if (!isMap(node)) return isScalar(node) ? replaced(file, node, { text, flow: flows, indent: 0 }) : file;
  const flow = flows || node.flow === true;
  const pairs = node.items as Pair<ParsedNode, ParsedNode>[];
  const indent = indentOf(file, node);
  const own = pairs.find(({ key }) => isScalar(key) && String(key.value) === lang);
  if (own?.value) return replaced(file, own.value, { text, flow, indent });
  const last = pairs.at(-1)?.value;
  if (!last) return file;
  const end = last.range[1];
  if (flow) return `${file.slice(0, end)}, ${keyIn(file, lang)}: ${JSON.stringify(text)}${file.slice(end)}`;
  const line = file[end - 1] === '\n' ? end : lineEnd(file, end);
  const broken = file[line - 1] === '\n' ? '' : '\n';
  return `${file.slice(0, line)}${broken}${' '.repeat(indent)}${lang}: ${block(text, indent)}\n${file.slice(line)}`;
}

interface Form {
  readonly text: string;
  readonly flow: boolean;
  readonly indent: number;
}

function replaced(file: string, { range }: ParsedNode, { text, flow, indent }: Form): string {
  const [from, to] = range;
  const written = flow ? JSON.stringify(text) : block(text, indent);
  return `${file.slice(0, from)}${written}${file[to - 1] === '\n' ? '\n' : ''}${file.slice(to)}`;
}

/** A text as it stands behind a key that is set in by so many spaces. */
function block(text: string, indent: number): string {
  const written = stringify({ k: text }, { lineWidth: Math.max(40, WIDTH - indent), version: '1.2' });
  return written
    .slice('k: '.length)
    .trimEnd()
    .split('\n')
    .map((line, at) => (at === 0 || line === '' ? line : ' '.repeat(indent) + line))
    .join('\n');
}

/** How far the keys of a block are set in. */
function indentOf(file: string, { range }: YAMLMap.Parsed): number {
  const start = range[0];
  return start - (file.lastIndexOf('\n', start - 1) + 1);
}

/** Where the line ends, its line break included. */
function lineEnd(file: string, from: number): number {
  const end = file.indexOf('\n', from);
  return end < 0 ? file.length : end + 1;
}

/** JSON wants its keys in quotation marks, and YAML takes them too. */
function keyIn(file: string, key: string): string {
  return file.trimStart().startsWith('{') ? JSON.stringify(key) : key;
}
