import { E_MAIL, IDENTITY, NAME, PHONE } from '../text/personal.ts';
import type { Say } from '../text/say.ts';
import type { TextDoubt } from './prompter.ts';

/** Asks, and never blocks, when a text seems to hold an identity number, a phone number, an e-mail address or a name. */
export function personalDoubt(text: string, say: Say): TextDoubt | undefined {
  if (IDENTITY.test(text)) return { firm: false, message: say('walk.doubt.identity') };
  if (E_MAIL.test(text)) return { firm: false, message: say('walk.doubt.e-mail') };
  if (PHONE.test(text)) return { firm: false, message: say('walk.doubt.phone') };
  const name = NAME.exec(text)?.[0];
  return name === undefined ? undefined : { firm: false, message: say('walk.doubt.name', { name }) };
}
