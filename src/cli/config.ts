import { readFile } from 'node:fs/promises';
import type { Field, Node } from '../document/node.ts';
import { InputError } from '../problems/input-error.ts';
import { nearestOf } from '../problems/nearest.ts';
import type { Problem } from '../problems/problem.ts';
import { LANGS } from '../text/say.ts';

/** The pack in force where nobody chose one. */
export const SHIPPED_PACK = 'indonesia';

/** What a configuration file says; what it does not say is absent. */
export interface ConfigFile {
  readonly origin: 'project' | 'user';
  readonly file: string;
  readonly lang?: string;
  readonly pack?: string;
  /** Ids of packs that the project gives a folder to. */
  readonly packs?: readonly string[];
  readonly accessible?: boolean;
}

const KEYS = {
  user: ['lang', 'pack', 'accessible'],
  project: ['lang', 'pack', 'packs', 'accessible'],
} as const;

/**
 * Reads a configuration file; one that is not there says nothing.
 *
 * @throws InputError E1xx: no YAML. E852: an unknown key. E853: a value that the key does not take. E854: no keys at all.
 */
export async function readConfig(file: string, origin: ConfigFile['origin']): Promise<ConfigFile> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined || text.trim() === '') return { origin, file };
  const { parse } = await import('../document/parse.ts');
  const { sourceOf } = await import('../document/source.ts');
  const { root, problems } = parse(sourceOf(file, text));
  if (!root) throw new InputError(problems);
  return { origin, file, ...settingsIn(root, KEYS[origin]) };
}

type Said = Omit<ConfigFile, 'origin' | 'file'>;

function settingsIn(root: Node, keys: readonly string[]): Said {
  if (root.kind !== 'map') throw new InputError([{ code: 'E854', place: root.place, saw: '' }]);
  const problems: Problem[] = [];
  const said: Said[] = root.fields.map((field) => {
    if (!keys.includes(field.key)) {
      problems.push({ code: 'E852', place: field.at, saw: field.key, ...near(field.key, keys) });
      return {};
    }
    return valueOf(field) ?? refuse(field, problems);
  });
  if (problems.length > 0) throw new InputError(problems);
  return Object.assign({}, ...said) as Said;
}

/** What one line says, or `undefined` for a value that its key does not take. */
function valueOf({ key, node }: Field): Said | undefined {
  const word = node.kind === 'scalar' ? String(node.value) : '';
  switch (key) {
    case 'lang':
      return isLang(word) ? { lang: word } : undefined;
    case 'pack':
      return word === '' ? undefined : { pack: word };
    case 'accessible':
      return word === 'yes' || word === 'no' ? { accessible: word === 'yes' } : undefined;
    default: {
      const named = node.kind === 'map' && node.fields.every((field) => field.node.kind === 'scalar');
      return named ? { packs: node.fields.map((field) => field.key) } : undefined;
    }
  }
}

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  lang: LANGS,
  accessible: ['yes', 'no'],
  pack: ['indonesia', './our-pack'],
  packs: ['our-pack: ./our-pack'],
};

function refuse({ key, node }: Field, problems: Problem[]): Said {
  const saw = node.kind === 'scalar' ? node.text : '';
  problems.push({ code: 'E853', place: node.place, saw, values: { key }, ...near(saw, EXPECTED[key] ?? []) });
  return {};
}

function near(saw: string, expected: readonly string[]): Pick<Problem, 'expected' | 'nearest'> {
  const nearest = nearestOf(saw, expected);
  return { expected, ...(nearest !== undefined && { nearest }) };
}

function isLang(word: string): boolean {
  return LANGS.includes(word);
}
