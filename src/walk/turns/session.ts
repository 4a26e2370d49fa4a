import type { Body, Prompter } from '../../ask/prompter.ts';
import type { CompiledPack } from '../../engine/compile.ts';
import type { Report } from '../../model/report.ts';
import type { Draft, DraftLog } from '../drafts.ts';
import type { PageId, WalkEvent } from '../fold/event.ts';
import { after, type WalkState } from '../fold/fold.ts';
import { body } from '../pages/pages.ts';
import type { Voice } from '../pages/voice.ts';
import type { WalkOptions, WalkWorld } from '../world.ts';

/** The worker left with `:quit`; `silently` with `:quit!`. */
export class Left extends Error {
  override readonly name = 'Left';
  readonly silently: boolean;

  constructor(silently: boolean) {
    super();
    this.silently = silently;
  }
}

/** A walkthrough that is open and has not begun: the rules are read, and nothing is weighed yet. */
export interface Opened {
  readonly world: WalkWorld;
  readonly options: WalkOptions;
  /** Another one once something has asked at the terminal on its own. */
  prompter: Prompter;
  voice: Voice;
  state: WalkState;
  /** `undefined` where nothing is kept. */
  log: DraftLog | undefined;
  /** The draft that is gone on with. */
  readonly draft: Draft | undefined;
  /** Said with the next page. */
  notice: Body | undefined;
  /** Text that was being typed when a command came in between, by page. */
  readonly halfTyped: Map<PageId, string>;
  pauseOffered: boolean;
  /** Where the decision was saved: a file, or its name in the store. */
  savedTo: { readonly file: string } | { readonly record: string } | undefined;
  /** Whether the result has been shown: then leaving is no interruption. */
  reached: boolean;
  /** The last report, with what it was made of: it is asked for several times on one page. */
  reported: { readonly state: WalkState; readonly voice: Voice; readonly report: Report } | undefined;
  /** What was known when the result was last read out in full; plain words are not said twice. */
  told: WalkState | undefined;
  readonly begun: Date;
}

/** One walkthrough while it runs: what is known, in which language, and where it is kept. */
export interface Session extends Opened {
  compiled: CompiledPack;
}

/** Keeps one event: on the disk first, so that nothing that was answered is lost with the next question. */
export async function record(session: Opened, event: WalkEvent): Promise<void> {
  session.state = after(session.state, event);
  try {
    await session.log?.append(event);
  } catch {
    // A full disk must not stop somebody who has a decision to make today.
    session.log = undefined;
    session.notice = body(session.voice.say('walk.draft.failed'));
  }
}
