import type { Say } from '../text/say.ts';
import type { TextDoubt } from './prompter.ts';

const E_MAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/;
/** Sixteen digits, apart or not: the number of an Indonesian identity card. */
const IDENTITY = /(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/;
/** Indonesian numbers, with or without the country code; nine digits and more, so that 129 and dates are left alone. */
const PHONE = /(?<![\d-])(?:\+?62|0)[ .-]?\d(?:[ .-]?\d){7,12}(?!\d)/;

/**
 * A form of address with a word in capitals behind it. `Ibu` and `Bapak` at the beginning of a sentence are often no
 * address, but then a word in capitals seldom follows.
 */
const NAME =
  /(?<![\p{L}])(?:(?:[Ii]bu|[Bb]u|[Bb]apak|[Pp]ak|[Kk]ak|[Mm]bak|[Mm]as|Mrs?|Ms|Miss)\.?|(?:[Ss]dri?|[Aa]n|[Nn]y|[Tt]n|[Nn]n|Dr)\.) (?!(?:Camat|Lurah|Kades|Kepala|Ketua|Guru|Dokter|Bidan|Hakim|Jaksa|Polisi|Ustaz|Pendeta)(?![\p{L}]))\p{Lu}\p{Ll}+/u;

/** Asks, and never blocks, when a text seems to hold an identity number, a phone number, an e-mail address or a name. */
export function personalDoubt(text: string, say: Say): TextDoubt | undefined {
  if (IDENTITY.test(text)) return { firm: false, message: say('walk.doubt.identity') };
  if (E_MAIL.test(text)) return { firm: false, message: say('walk.doubt.e-mail') };
  if (PHONE.test(text)) return { firm: false, message: say('walk.doubt.phone') };
  const name = NAME.exec(text)?.[0];
  return name === undefined ? undefined : { firm: false, message: say('walk.doubt.name', { name }) };
}
