import type { Contact, Pack } from '../model/pack.ts';
import type { Lang } from '../model/text.ts';
import type { Say } from '../text/say.ts';
import { type Block, type Doc, entry, gap, text, title } from './doc.ts';
import { wordsOf } from './naming.ts';
import { contactWords } from './owed.ts';

export interface NowOptions {
  /** Absent where no pack could be loaded: then there is plain advice without numbers. */
  readonly pack?: Pick<Pack, 'languages' | 'placeName' | 'panel' | 'contacts'>;
  readonly lang: Lang;
  readonly say: Say;
  /** Leaves out what is remarked about a contact. */
  readonly brief?: boolean;
  /** Today, `2026-11-25`: contacts that are past their date are marked. */
  readonly today?: string;
}

/**
 * Whom to call when someone is in danger: the contacts of the pack's panel, each with the month in which it was last
 * seen, in the pack's order. Under 12 lines where the pack's panel is short.
 */
export function nowPanel({ pack, lang, say, today, brief }: NowOptions): Doc {
  if (!pack) return [title(say('now.danger')), gap, ...advice(say)];
  const naming = { pack, lang };
  const contacts = pack.panel.contacts.flatMap((id) => pack.contacts.get(id) ?? []);
  const entries = contacts.map((contact: Contact): Block => {
    const told = {
      text: wordsOf(contact.text, naming),
      reach: contact.reach ?? null,
      note: contact.note && !brief ? wordsOf(contact.note, naming) : null,
      checked: contact.checked,
      checkAgain: contact.checkAgain,
    };
    const words = contactWords(told, { say, ...(today !== undefined && { today }) });
    return entry('', told.note === null ? words : say('now.noted', { contact: words, note: told.note }));
  });
  if (entries.length === 0) return [title(say('now.danger')), gap, ...advice(say)];
  return [title(say('now.call', { place: wordsOf(pack.placeName, naming) })), gap, ...entries];
}

/** What holds anywhere, without a number that might be wrong. */
function advice(say: Say): Block[] {
  return [
    text(say('now.without-pack')),
    entry('', say('now.advice-leave')),
    entry('', say('now.advice-number')),
    entry('', say('now.advice-person')),
    entry('', say('now.advice-health')),
  ];
}
