import type { Say } from '../text/say.ts';
import type { TextDoubt } from './prompter.ts';

const E_MAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/;
/** Sixteen digits, apart or not: the number of an Indonesian identity card. */
const IDENTITY = /(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/;
/** Indonesian numbers, with or without the country code; nine digits and more, so that 129 and dates are left alone. */
const PHONE = /(?<![\d-])(?:\+?62|0)[ .-]?\d(?:[ .-]?\d){7,12}(?!\d)/;

/** Asks, and never blocks, when a text seems to hold an identity number, a phone number or an e-mail address. */
export function personalDoubt(text: string, say: Say): TextDoubt | undefined {
  if (IDENTITY.test(text)) return { firm: false, message: say('walk.doubt.identity') };
  if (E_MAIL.test(text)) return { firm: false, message: say('walk.doubt.e-mail') };
  if (PHONE.test(text)) return { firm: false, message: say('walk.doubt.phone') };
  return undefined;
}
