import type { Pack } from '../../model/pack.ts';
import type { Lang, Text } from '../../model/text.ts';
import { type Say, sayIn } from '../../text/say.ts';

/** The language in which a scenario is read, and the pack whose numbers and rules go with it. */
export interface StoryVoice {
  readonly lang: Lang;
  readonly pack: Pack;
  readonly say: Say;
  /** A text of the scenario; one that lacks this language is read in another, and says so. */
  readonly read: (text: Text) => string;
}

export function storyVoice(pack: Pack, lang: Lang): StoryVoice {
  const say = sayIn(lang);
  return {
    lang,
    pack,
    say,
    read: (text) => text[lang] ?? say('play.not-translated', { text: Object.values(text)[0] ?? '' }),
  };
}
