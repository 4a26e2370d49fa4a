import { randomId } from '../files/random-id.ts';
import type { Pack } from '../model/pack.ts';
import { InputError } from '../problems/input-error.ts';
import { beginDraft, continueDraft, type Draft, type DraftLog, listDrafts, readDraft } from './drafts.ts';
import type { WalkEvent } from './fold/event.ts';
import { eventsOf, fold } from './fold/fold.ts';
import { voiceOf } from './pages/voice.ts';
import type { Opened } from './turns/session.ts';
import type { WalkOptions, WalkWorld } from './world.ts';

/**
 * Opens a walkthrough where it was left, with the answers of a case file, or at its beginning. Nothing is written yet,
 * and the terminal is touched last, when nothing can fail any more.
 */
export async function openSession(world: WalkWorld, options: WalkOptions): Promise<Opened> {
  const draft = await draftOf(world, options.resume);
  const given = draft || !options.answers ? [] : eventsOf(options.answers);
  const state = fold(draft?.events ?? given);
  const pack = await world.loadPack(options.pack ?? state.pack ?? draft?.head.pack ?? options.answers?.pack);
  const lang = state.lang ?? options.lang;
  return {
    world,
    options,
    voice: voiceOf(pack, lang),
    state,
    log: options.save ? await logOf(world, draft, { pack, lang, given }) : undefined,
    draft,
    notice: undefined,
    halfTyped: new Map(),
    pauseOffered: false,
    savedTo: undefined,
    reached: false,
    reported: undefined,
    told: undefined,
    begun: world.now(),
    prompter: world.prompter(),
  };
}

/** E820: no draft of that id. Without an id the latest one, or none. */
async function draftOf(
  { drafts, now }: WalkWorld,
  resume: WalkOptions['resume'],
): Promise<Draft | undefined> {
  if (resume === undefined) return undefined;
  if (resume === true) return (await listDrafts(drafts, now()))[0];
  const draft = await readDraft(drafts, resume);
  if (!draft) throw new InputError([{ code: 'E820', saw: resume }]);
  return draft;
}

interface Beginning {
  readonly pack: Pack;
  readonly lang: string;
  readonly given: readonly WalkEvent[];
}

async function logOf(
  { drafts, now }: WalkWorld,
  draft: Draft | undefined,
  beginning: Beginning,
): Promise<DraftLog> {
  if (draft) return continueDraft(drafts, draft.head.id);
  const { id, version, digest } = beginning.pack;
  const head = {
    id: randomId(),
    pack: id,
    version,
    digest,
    lang: beginning.lang,
    begun: now().toISOString(),
  };
  return beginDraft(drafts, head, beginning.given);
}
