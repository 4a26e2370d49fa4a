import type {
  DecisionRecord,
  EntryKind,
  FollowUp,
  RecordAuthor,
  RecordId,
  RecordVersion,
  Review,
  ReviewKind,
} from '../../model/record.ts';
import { InputError } from '../../problems/input-error.ts';
import type { Entry } from '../journal/entry.ts';
import { refusal } from '../journal/rules.ts';
import { commit, type Planned } from './commit.ts';
import { type Content, sealPiece } from './pieces.ts';
import { readRecord, trailOf } from './read-record.ts';
import { readersOf } from './readers.ts';
import type { Store } from './store.ts';

/**
 * Keeps a decision that was written outside of the store, such as the file of a walkthrough.
 *
 * @throws InputError. E620: it is kept already. E634: it is a copy out of a store; follow-ups and reviews would lose who
 *   signed them. And what `commit` throws.
 */
export async function addRecord(store: Store, record: DecisionRecord): Promise<Entry> {
  const { id, toolVersion, lang, versions, followUps, reviews, redaction } = record;
  const isCopy = versions.length > 1 || followUps.length > 0 || reviews.length > 0 || redaction !== null;
  if (isCopy) throw new InputError([{ code: 'E634', saw: id }]);
  return commit(store, () => {
    const version = { ...versions[0], number: 1, amends: null, ...signed(store) };
    return planned(store, {
      id,
      kind: 'recorded',
      version: 1,
      content: { head: { toolVersion, lang }, version },
    });
  });
}

/** What an amendment changes; everything else stays as it was. */
export type Amendment = Partial<
  Omit<RecordVersion, 'number' | 'writtenAt' | 'author' | 'amends' | 'report' | 'case'>
>;

/** Writes a new version of a decision beside the ones before it. */
export function amendRecord(
  store: Store,
  id: RecordId,
  change: { readonly because: string; readonly to: (version: RecordVersion) => Amendment },
): Promise<Entry> {
  return commit(store, async () => {
    const { version: number } = trailOf(store, id);
    const { versions } = await readRecord(store, id);
    const last = versions.at(-1) ?? versions[0];
    const version: RecordVersion = {
      ...last,
      ...change.to(last),
      number: number + 1,
      amends: change.because,
      ...signed(store),
    };
    return planned(store, { id, kind: 'amended', version: number + 1, content: { version } });
  });
}

/** Adds what became of a decision. */
export function followUp(
  store: Store,
  id: RecordId,
  told: Omit<FollowUp, 'writtenAt' | 'author'>,
): Promise<Entry> {
  return commit(store, () => {
    const { version } = trailOf(store, id);
    const content: Content = { followUp: { ...told, ...signed(store) } };
    return planned(store, { id, kind: 'followed-up', version, content });
  });
}

const REVIEWED: Readonly<Record<ReviewKind, EntryKind>> = {
  comment: 'commented',
  return: 'returned',
  'sign-off': 'signed-off',
};

/**
 * Adds a comment, returns a decision to whoever made it, or signs it off.
 *
 * @throws InputError. E606: the key may not. E607: one's own decision, where the agency does not permit it. E617: it was
 *   signed off or returned already. E633: a return says what is missing.
 */
export async function reviewRecord(
  store: Store,
  id: RecordId,
  said: { readonly kind: ReviewKind; readonly text: string | null },
): Promise<Entry> {
  if (said.kind !== 'sign-off' && !said.text) throw new InputError([{ code: 'E633', saw: said.kind }]);
  return commit(store, () => {
    const { author, version } = trailOf(store, id);
    const own = said.kind === 'sign-off' && author === store.identity.id;
    const review: Review = { ...said, version, own, ...signed(store) };
    return planned(store, { id, kind: REVIEWED[said.kind], version, content: { review }, own });
  });
}

function signed({ identity, journal, clock }: Store): { author: RecordAuthor; writtenAt: string } {
  const role = journal.state.keys.get(identity.id)?.card.roles[0] ?? 'worker';
  return { author: { role, key: identity.id }, writtenAt: clock().toISOString() };
}

interface ToWrite {
  readonly id: RecordId;
  readonly kind: EntryKind;
  readonly version: number;
  readonly content: Content;
  readonly own?: boolean;
}

async function planned(store: Store, { id, kind, version, content, own }: ToWrite): Promise<Planned> {
  const { state } = store.journal;
  const trail = state.trails.get(id);
  const piece = (trail?.pieces.length ?? 0) + 1;
  const isOwn = own === true ? { own } : {};
  // Asked before anything is encrypted, so that nobody waits for a refusal.
  const code = refusal(state, { kind, record: id, piece, version, actor: store.identity.id, ...isOwn });
  if (code) throw new InputError([{ code, saw: id }]);
  const readers = readersOf(state, trail?.author ?? store.identity.id);
  const sealed = await sealPiece({ record: id, piece, kind, content }, readers);
  const { commitment, cipher, bytes } = sealed;
  return { draft: { kind, record: id, piece, version, commitment, cipher, ...isOwn }, bytes };
}
