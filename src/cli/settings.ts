import { InputError } from '../problems/input-error.ts';
import type { Problem } from '../problems/problem.ts';
import { type ConfigFile, readConfig, SHIPPED_PACK } from './config.ts';
import type { Globals } from './globals.ts';
import type { Host } from './host.ts';
import { type ChosenLanguage, chooseLanguage } from './language.ts';
import { placesOf } from './places.ts';

export type Origin = 'flag' | 'environment' | 'project' | 'user' | 'locale' | 'default';

/** One setting, its value and where that came from. */
export interface Setting {
  readonly key: 'lang' | 'pack' | 'packs' | 'accessible';
  readonly value: string | boolean | readonly string[] | null;
  readonly from: Origin;
  /** The file, where a file said so. */
  readonly where: string | null;
}

/** What holds for one call: options, environment, project's and user's configuration and defaults, in this order. */
export interface Settings {
  readonly lang: ChosenLanguage['lang'];
  readonly pack: { readonly ref: string; readonly chosen: boolean };
  readonly accessible: boolean;
  readonly list: readonly Setting[];
  /** What is wrong with the environment or a configuration file; told unless somebody is in danger now. */
  readonly problems: readonly Problem[];
  /** What is wrong with an option, which is wrong use. */
  readonly useProblems: readonly Problem[];
}

/** Gathers the settings of one call. Never throws: what is wrong is told by whoever needs the settings. */
export async function gatherSettings(host: Host, globals: Globals): Promise<Settings> {
  const places = placesOf(host);
  const problems: Problem[] = [];
  const read = async (file: string, origin: 'project' | 'user'): Promise<ConfigFile> => {
    try {
      return await readConfig(file, origin);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      return { origin, file };
    }
  };
  const files = [await read(places.projectConfig, 'project')];
  if (places.userConfig !== undefined) files.push(await read(places.userConfig, 'user'));
  const language = languageOf(host, globals, files);
  const pack = firstOf('pack', [
    { from: 'flag', value: globals.pack, where: null },
    { from: 'environment', value: host.env['TIMBANG_PACK'] || undefined, where: null },
    ...files.map(({ origin, file, pack: value }) => ({ from: origin, value, where: file })),
    { from: 'default', value: SHIPPED_PACK, where: null },
  ]);
  const accessible = firstOf('accessible', [
    { from: 'flag', value: globals.accessible, where: null },
    { from: 'environment', value: host.env['ACCESSIBLE'] ? true : undefined, where: null },
    ...files.map(({ origin, file, accessible: value }) => ({ from: origin, value, where: file })),
    { from: 'default', value: false, where: null },
  ]);
  const packs = firstOf(
    'packs',
    files.map(({ origin, file, packs: value }) => ({ from: origin, value, where: file })),
  );
  return {
    lang: language.lang,
    pack: { ref: String(pack.value), chosen: pack.from !== 'default' },
    accessible: accessible.value === true,
    list: [language.setting, pack, packs, accessible],
    problems: [...problems, ...language.problems.filter(({ code }) => code !== 'E805')],
    useProblems: language.problems.filter(({ code }) => code === 'E805'),
  };
}

function languageOf(
  host: Host,
  globals: Globals,
  files: readonly ConfigFile[],
): ChosenLanguage & { readonly setting: Setting } {
  const said = files.find(({ lang }) => lang !== undefined);
  const chosen = chooseLanguage({ flag: globals.lang, env: host.env, config: said?.lang });
  const fromFile = chosen.from === 'configuration' && said !== undefined;
  const from: Origin = chosen.from === 'configuration' ? (said?.origin ?? 'default') : chosen.from;
  return {
    ...chosen,
    setting: { key: 'lang', value: chosen.lang, from, where: fromFile ? said.file : null },
  };
}

interface Wish {
  readonly from: Origin;
  readonly value: Setting['value'] | undefined;
  readonly where: string | null;
}

function firstOf(key: Setting['key'], wishes: readonly Wish[]): Setting {
  const wish = wishes.find(({ value }) => value !== undefined);
  return { key, value: wish?.value ?? null, from: wish?.from ?? 'default', where: wish?.where ?? null };
}
