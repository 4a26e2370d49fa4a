import { get, type MapNode } from '../document/node.ts';
import type { Parsed } from '../document/parse.ts';
import { InputError } from '../problems/input-error.ts';
import type { Shell } from './shell.ts';

/** The name under which standard input is asked for, and its problems are told. */
const STDIN = '-';

/** A file of answers or a scenario: its text, and the pack that it says it is for. */
export interface Input {
  /** As the user named it. */
  readonly file: string;
  readonly text: string;
  readonly parsed: Parsed;
  readonly pack: string | undefined;
  readonly isScenario: boolean;
}

/**
 * Reads a file, or (`-`) standard input, as far as is needed to know which pack will judge it.
 *
 * @throws InputError E7xx: it cannot be read; E1xx: it is no YAML
 */
export async function readInput(shell: Shell, file: string): Promise<Input> {
  const { parse } = await import('../document/parse.ts');
  const { sourceOf } = await import('../document/source.ts');
  const { readTextFile } = await import('../files/read.ts');
  const text = file === STDIN ? await stdinOf(shell) : await readTextFile(file);
  const parsed = parse(sourceOf(file, text));
  const { root, problems } = parsed;
  if (!root) throw new InputError(problems);
  const word = (key: string): string | undefined => {
    const node = get(root, key);
    return node?.kind === 'scalar' ? node.text : undefined;
  };
  return {
    file,
    text,
    parsed,
    pack: word('pack'),
    isScenario: word('schema')?.startsWith('timbang.scenario/') === true,
  };
}

/** Opens a scenario with its shape checked. Throws `InputError` with everything that is wrong with it. */
export async function openScenario({ file, text, parsed }: Input): Promise<MapNode> {
  const { openDocument } = await import('../document/open.ts');
  const { value, problems } = openDocument({ file, text, parsed, kind: 'scenario' });
  if (!value) throw new InputError(problems);
  return value;
}

/** What came in on stdin, by shell: it can be read once, and may be named twice. */
const inputs = new WeakMap<Shell, Promise<string>>();

async function stdinOf(shell: Shell): Promise<string> {
  const { readTextStream } = await import('../files/read.ts');
  const text = inputs.get(shell) ?? readTextStream(shell.host.stdin, STDIN);
  inputs.set(shell, text);
  return text;
}
