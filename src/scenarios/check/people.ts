import type { Code } from '../../problems/codes.ts';

/** Sixteen digits, apart or not: the number of an Indonesian identity card. */
const IDENTITY = /(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/;
const E_MAIL = /[^\s@"'(<]+@[^\s@]+\.[\p{L}]{2,}/u;
/** Nine digits and more behind 0 or the code of the country. */
const PHONE = /(?<![\d-])(?:\+?62|0)[ .-]?\d(?:[ .-]?\d){7,12}(?!\d)/;
const MONTH = '(?:jan|feb|mar|apr|may|mei|jun|jul|aug|agu|agt|sep|oct|okt|nov|dec|des)\\p{L}*';
const DAY = `(?:\\d{1,2}[ /.-](?:\\d{1,2}|${MONTH})[ /.-]\\d{2,4}|\\d{4}-\\d{1,2}-\\d{1,2}|${MONTH} \\d{1,2},? \\d{4})`;
const BIRTH = new RegExp(
  `(?<!\\p{L})(?:lahir|kelahiran|ttl|born|birth|dob)(?!\\p{L})[^.!?]{0,40}?${DAY}`,
  'iu',
);
/** A form of address with two names or more: in a made-up story one is enough. */
const FULL_NAME =
  /(?<!\p{L})(?:[Ii]bu|[Bb]u|[Bb]apak|[Pp]ak|[Kk]ak|[Mm]bak|[Mm]as|[Ss]audar[ai]|Mrs?\.?|Ms\.?|Dr\.?) \p{Lu}\p{Ll}+ (?:bin |binti )?\p{Lu}\p{Ll}+/u;
/** A number to be dialled; those come from the pack, with the month in which they were checked. */
const TO_DIAL =
  /(?<!\p{L})(?:hubungi|telepon|telpon|menelepon|hotline|nomor|nomer|call|dial|phone|number|whatsapp|wa)(?!\p{L})[^.!?\d]{0,25}(?<!\d)(\d{3,})/iu;

/** Something in a text that looks like a person, or like a number that belongs to the pack. */
export interface Likeness {
  readonly code: Code;
  readonly saw: string;
  /** Where it begins, in UTF-16 units. */
  readonly from: number;
}

const SIGNS: readonly (readonly [Code, RegExp])[] = [
  ['E520', IDENTITY],
  ['E521', PHONE],
  ['E522', E_MAIL],
  ['E523', BIRTH],
  ['E524', FULL_NAME],
  ['E525', TO_DIAL],
];

/**
 * What in a text looks like a real person, or like a number to call: the first of each kind, and of what overlaps one.
 *
 * E520: an identity number. E521: a telephone number. E522: an e-mail address. E523: a date of birth. E524: a full name.
 * E525: a number to call.
 */
export function likenessesIn(text: string): Likeness[] {
  const found: (Likeness & { readonly to: number })[] = [];
  for (const [code, sign] of SIGNS) {
    const hits = [...text.matchAll(new RegExp(sign, `${sign.flags}g`))].map(({ index, 0: saw }) => ({
      code,
      saw,
      from: index,
      to: index + saw.length,
    }));
    const own = hits.find(({ from, to }) => !found.some((one) => one.from < to && from < one.to));
    if (own) found.push(own);
  }
  return found.map(({ code, saw, from }) => ({ code, saw, from }));
}
