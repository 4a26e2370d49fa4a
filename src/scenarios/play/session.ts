import type { Body, Prompter } from '../../ask/prompter.ts';
import type { MapNode } from '../../document/node.ts';
import type { CompiledPack } from '../../engine/assess.ts';
import type { Lang } from '../../model/text.ts';
import type { PlayEvent } from './event.ts';
import { after, type PlayState, pathOf, wayOf } from './fold.ts';
import { said } from './pages.ts';
import { type SessionFile, type SessionHead, writeSession } from './session-file.ts';
import type { Story } from './story.ts';
import type { StoryVoice } from './voice.ts';

/** What a session needs from outside; `cli` builds it once. */
export interface PlayWorld {
  readonly prompter: () => Prompter;
  /** Writes one line of talk (stderr) after the prompter has closed. */
  readonly tell: (line: string) => void;
  /** Today, `2026-11-25`. */
  readonly today: () => string;
  readonly toolVersion: string;
  /** Folder of the sessions; absent: nothing is kept. */
  readonly sessions?: string;
  /** How a file is shown to the person. */
  readonly shown: (file: string) => string;
}

export interface PlayOptions {
  readonly story: Story;
  /** The scenario, its shape checked. */
  readonly root: MapNode;
  /** As the person named it. */
  readonly file: string;
  readonly compiled: CompiledPack;
  readonly lang: Lang;
  readonly plain: boolean;
  /** The session that is gone on with. */
  readonly resume?: SessionFile;
  /** Answers taken over from another session. */
  readonly given?: readonly PlayEvent[];
}

/** The learner left with `:quit`; `silently` with `:quit!`. */
export class Left extends Error {
  override readonly name = 'Left';
  readonly silently: boolean;

  constructor(silently: boolean) {
    super();
    this.silently = silently;
  }
}

/** One session while it runs. */
export interface PlaySession {
  readonly world: PlayWorld;
  readonly options: PlayOptions;
  readonly prompter: Prompter;
  readonly head: SessionHead;
  voice: StoryVoice;
  state: PlayState;
  events: readonly PlayEvent[];
  /** Where it is kept; `undefined`: nowhere, or not any more. */
  folder: string | undefined;
  /** Whether anything is on the disk. */
  kept: boolean;
  /** Said with the next page. */
  notice: Body | undefined;
  /** A reason that was being typed when a command came in between, by stage. */
  readonly halfTyped: Map<string, string>;
}

/**
 * Keeps one event.
 *
 * INVARIANT: when this is done the answer is on the disk, and until then no later page has been shown. So nothing that
 * is said about an answer can have been read before it was given.
 */
export async function record(session: PlaySession, event: PlayEvent): Promise<void> {
  const { story } = session.options;
  session.events = [...session.events, event];
  session.state = after(story, session.state, event);
  if (session.folder === undefined) return;
  try {
    await writeSession(session.folder, sessionNow(session));
    session.kept = true;
  } catch {
    // A full disk must not end the lesson.
    session.folder = undefined;
    session.notice = said(session.voice.say('play.kept.failed'));
  }
}

function sessionNow({ head, options, state, events }: PlaySession): SessionFile {
  const { end } = wayOf(options.story, state.answers);
  const ended = end !== undefined && events.some((one) => one.event === 'ended' && one.end === end);
  return {
    ...head,
    path: pathOf(options.story, state.answers),
    ...(ended && { end }),
    events,
  };
}
