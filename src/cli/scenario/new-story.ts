import { stat } from 'node:fs/promises';
import path from 'node:path';
import { InputEnded, Interrupted } from '../../ask/prompter.ts';
import { writeAtomic } from '../../files/write.ts';
import type { TopicId } from '../../model/ids.ts';
import type { Pack } from '../../model/pack.ts';
import { deriveSchema } from '../../pack/derive-schema.ts';
import { InputError } from '../../problems/input-error.ts';
import { nearestOf } from '../../problems/nearest.ts';
import { json } from '../../render/json.ts';
import { clean } from '../../render/spans.ts';
import { askWishes, type Wishes } from '../../scenarios/template/ask-for.ts';
import { pickFacts } from '../../scenarios/template/pick.ts';
import { writeTemplate } from '../../scenarios/template/write-template.ts';
import { EXIT } from '../exit-codes.ts';
import { packLoader } from '../packs.ts';
import type { Shell } from '../shell.ts';
import { terminalOf } from '../terminal.ts';
import type { NewCommandOptions } from './author-options.ts';

/** How the schema is called that is laid beside the file: editors find it there, without a network. */
const SCHEMA = 'scenario.schema.json';

/** Writes a new scenario, and beside it the schema by which an editor completes it. E706: the file is there already. */
export async function newStory(shell: Shell, named: string, options: NewCommandOptions): Promise<void> {
  const file = path.extname(named) === '' ? `${named}.yaml` : named;
  // Nobody answers questions for a file that cannot be written then.
  if (await isThere(shell, file)) throw new InputError([{ code: 'E706', saw: file }]);
  const { pack, compiled } = await packLoader(shell)(undefined);
  const given = givenBy(options, shell, pack);
  const wishes = options.input ? await askedOf(shell, { pack, given, options }) : withUsual(given);
  if (!wishes) return;
  const topics = wishes.topics.length > 0 ? wishes.topics : [...pack.topics.keys()].slice(0, 1);
  const text = writeTemplate({
    ...wishes,
    id: idOf(file),
    picked: pickFacts(compiled, topics),
    pack,
    say: shell.say,
    schema: `./${SCHEMA}`,
  });
  await writeAtomic(path.resolve(shell.host.cwd, file), text, { mode: 0o644 });
  shell.tell(shell.say('cli.written', { file: clean(file) }));
  const schema = path.join(path.dirname(file), SCHEMA);
  if (!(await isThere(shell, schema))) {
    await writeAtomic(
      path.resolve(shell.host.cwd, schema),
      json(deriveSchema('scenario', pack, shell.lang)),
      {
        mode: 0o644,
      },
    );
    shell.tell(shell.say('cli.written', { file: clean(schema) }));
  }
  shell.tell(shell.say('new.next', { file: clean(file) }));
}

function withUsual(given: Partial<Wishes>): Wishes {
  return { kind: 'staged', level: 'novice', titles: {}, topics: [], ...given };
}

/** E504: a topic that the pack does not have. */
function givenBy(
  { kind, level, topic, title }: NewCommandOptions,
  { lang }: Shell,
  pack: Pack,
): Partial<Wishes> {
  const known = [...pack.topics.keys()];
  const unknown = (topic ?? []).filter((one) => !known.includes(one as TopicId));
  if (unknown.length > 0)
    throw new InputError(
      unknown.map((saw) => {
        const nearest = nearestOf(saw, known);
        return { code: 'E504', saw, expected: known, values: { pack: pack.id }, ...(nearest && { nearest }) };
      }),
    );
  return {
    ...(kind && { kind }),
    ...(level && { level }),
    ...(topic && { topics: topic as TopicId[] }),
    ...(title !== undefined && { titles: { [lang]: title } }),
  };
}

interface Asked {
  readonly pack: Pack;
  readonly given: Partial<Wishes>;
  readonly options: NewCommandOptions;
}

/** E810: nobody can be asked. `undefined`: the person left, and nothing is written. */
async function askedOf(shell: Shell, { pack, given, options }: Asked): Promise<Wishes | undefined> {
  const { stdin, stderr } = shell.host;
  const lines = options.plainStdin === true;
  if (!lines && !(stdin.isTTY && stderr.isTTY)) throw new InputError([{ code: 'E810', saw: '' }]);
  const { openPrompter } = await import('../../ask/open.ts');
  const prompter = openPrompter(terminalOf(shell), { plain: shell.plain || lines, lang: shell.lang });
  try {
    return await askWishes({ prompter, pack, lang: shell.lang, today: shell.today(), given });
  } catch (error) {
    if (!(error instanceof Interrupted || error instanceof InputEnded)) throw error;
    shell.raise(error instanceof Interrupted ? EXIT.interrupted : EXIT.missing);
    return undefined;
  } finally {
    prompter.close();
    shell.tell('');
  }
}

async function isThere({ host }: Shell, file: string): Promise<boolean> {
  return stat(path.resolve(host.cwd, file)).then(
    () => true,
    () => false,
  );
}

/** The name of the file as an id. */
function idOf(file: string): string {
  const name = path.basename(file).replace(/(\.scenario)?\.[a-z]+$/i, '');
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return id === '' ? 'story' : id;
}
