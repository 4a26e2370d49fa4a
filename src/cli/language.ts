import type { Lang } from '../model/text.ts';
import { nearestOf } from '../problems/nearest.ts';
import type { Problem } from '../problems/problem.ts';
import { isSpoken, LANGS } from '../text/say.ts';

/** Places in which a person can name a language, the strongest first. */
export interface LanguageWishes {
  readonly flag: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly config: string | undefined;
}

/** A language, where it came from, and what was wrong with a wish that could not be met. */
export interface ChosenLanguage {
  readonly lang: Lang;
  readonly from: 'flag' | 'environment' | 'configuration' | 'locale' | 'default';
  readonly problems: readonly Problem[];
}

/**
 * Chooses the language: flag, `TIMBANG_LANG`, configuration, locale, Indonesian. A wish that names no language of ours
 * is a problem (E805 of a flag, E851 of the environment), and the next place is asked.
 */
export function chooseLanguage({ flag, env, config }: LanguageWishes): ChosenLanguage {
  const problems: Problem[] = [];
  const wishes = [
    { from: 'flag', wish: flag, code: 'E805', values: { option: '--lang' } },
    {
      from: 'environment',
      wish: env['TIMBANG_LANG'] || undefined,
      code: 'E851',
      values: { name: 'TIMBANG_LANG' },
    },
    // The configuration has been checked when it was read.
    { from: 'configuration', wish: config, code: 'E805', values: { option: 'lang' } },
  ] as const;
  for (const { from, wish, code, values } of wishes) {
    if (wish === undefined) continue;
    if (isSpoken(wish)) return { lang: wish, from, problems };
    const nearest = nearestOf(wish, LANGS);
    problems.push({ code, saw: wish, expected: LANGS, values, ...(nearest !== undefined && { nearest }) });
  }
  const locale = languageOfLocale(env);
  return locale ? { lang: locale, from: 'locale', problems } : { lang: 'id', from: 'default', problems };
}

/** The language of the machine, if it is one that the program speaks: `en_US.UTF-8` → en. */
function languageOfLocale(env: LanguageWishes['env']): Lang | undefined {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const tag = /^[a-z]{2,3}/i.exec(locale)?.[0].toLowerCase() ?? '';
  return isSpoken(tag) ? tag : undefined;
}
