import type { Pack } from '../../model/pack.ts';
import { inLang, type Lang, type Text } from '../../model/text.ts';
import { type Say, sayIn } from '../../text/say.ts';

/** The pack and the language that the pages are said in. */
export interface Voice {
  readonly lang: Lang;
  readonly pack: Pack;
  readonly say: Say;
  /** A text of the pack in this language, in the first language it has where it lacks this one. */
  readonly read: (text: Text) => string;
}

export function voiceOf(pack: Pack, lang: Lang): Voice {
  return {
    lang,
    pack,
    say: sayIn(lang),
    read: (text) => inLang(text, lang),
  };
}
