import type { Body, Prompter, Reply } from '../../ask/prompter.ts';
import { Bug } from '../../problems/bug.ts';
import { layout } from '../../render/layout.ts';
import { plainLayout } from '../../render/plain.ts';
import type { Line } from '../../render/spans.ts';
import { answered } from './asking.ts';
import { CONFIDENCE, type Confidence, type PlayEvent } from './event.ts';
import { optionOf, type PlayPage, pathOf, wayOf } from './fold.ts';
import {
  carePage,
  choicePage,
  confidencePage,
  endPage,
  namesIn,
  reasonPage,
  type StageShown,
  shiftPage,
  toldPage,
} from './pages.ts';
import { type PlaySession, record } from './session.ts';
import { sessionFileOf } from './session-file.ts';
import type { Option } from './story.ts';
import { weighPath, weighStages } from './weigh-path.ts';
import { weighedDoc } from './weighed-page.ts';

/** Shows one page and keeps what was answered; the caller works out which page is next. */
export async function playTurn(session: PlaySession, page: PlayPage): Promise<void> {
  const { story } = session.options;
  switch (page.kind) {
    case 'care':
      return reading(session, () => carePage(session.voice, story, careLines(session)), { event: 'noted' });
    case 'end':
      return reading(session, () => endPage(session.voice, story.ends.get(page.at) ?? {}), {
        event: 'ended',
        end: page.at,
      });
    case 'told': {
      return reading(session, () => toldPage(session.voice, shownNow(session, page), taken(session, page)), {
        event: 'told',
        stage: page.at,
      });
    }
    case 'reason':
      return reasonTurn(session, page);
    default:
      return choosing(session, page, page.kind);
  }
}

/** Shows how the way is weighed, until Enter: the first thing that the engine has said. */
export async function weighedTurn(session: PlaySession): Promise<void> {
  for (;;) {
    const reply = await answered(session, {
      last: true,
      ask: (notice) => session.prompter.pause({ body: weighedBody(session), ...notice }),
    });
    if (reply) return;
  }
}

function weighedBody(session: PlaySession): Body {
  const { options, voice, world, state } = session;
  const { story, root, compiled, plain } = options;
  const path = pathOf(story, state.answers);
  const weighing = { root, compiled, path, lang: voice.lang, toolVersion: world.toolVersion };
  const [report, stages] = [weighPath(weighing), weighStages(weighing)];
  const today = world.today();
  const whole = { story, state, report, stages, voice, today, plain };
  const way = Object.entries(path).map(([stage, option]) => `${stage}=${option}`);
  const details = `timbang assess ${world.shown(options.file)} --path ${way.join(',')}`;
  // One page is laid out several times for one key, and fitting it to the rows is slow.
  const drawn = new Map<string, readonly Line[]>();
  return (width, rows) => {
    const key = `${width} ${rows}`;
    const known = drawn.get(key);
    if (known) return known;
    const doc = weighedDoc({ ...whole, width, ...(plain ? {} : { rows, details }) });
    const lines = plain ? plainLayout(doc, width) : layout(doc, width);
    drawn.set(key, lines);
    return lines;
  };
}

async function reading(
  session: PlaySession,
  page: () => Parameters<Prompter['pause']>[0],
  event: PlayEvent,
): Promise<void> {
  const reply = await answered(session, {
    ask: (notice) => session.prompter.pause({ ...page(), ...notice }),
  });
  if (reply) await record(session, event);
}

async function choosing(
  session: PlaySession,
  page: PlayPage,
  kind: 'shift' | 'choice' | 'confidence',
): Promise<void> {
  const ask = () => {
    const shown = shownNow(session, page);
    if (kind === 'shift') return shiftPage(session.voice, shown);
    if (kind === 'choice') return choicePage(session.voice, shown);
    return confidencePage(session.voice, shown, taken(session, page));
  };
  const reply = await answered(session, {
    ask: (notice): Promise<Reply<string>> => session.prompter.chooseOne({ ...ask(), ...notice }),
  });
  if (reply) await record(session, eventOf(kind, page.at, reply.value));
}

function eventOf(kind: 'shift' | 'choice' | 'confidence', stage: string, value: string): PlayEvent {
  if (kind === 'shift') return { event: kind, stage, value: Number(value) };
  if (kind === 'choice') return { event: kind, stage, option: value };
  const confidence = value as Confidence;
  return { event: kind, stage, confidence, sure: CONFIDENCE[confidence] };
}

async function reasonTurn(session: PlaySession, page: PlayPage): Promise<void> {
  const reply = await answered(session, {
    stage: page.at,
    ask: (notice, typed) =>
      session.prompter.shortText({
        ...reasonPage(session.voice, shownNow(session, page), taken(session, page)),
        ...(typed !== undefined && { current: typed }),
        ...notice,
      }),
  });
  if (reply) await record(session, { event: 'reason', stage: page.at, reason: reply.value });
}

function shownNow({ options, state }: PlaySession, { at, kind }: PlayPage): StageShown {
  const { stages } = wayOf(options.story, state.answers);
  const index = stages.findIndex(({ id }) => id === at);
  const stage = stages[index];
  if (!stage) throw new Bug(`stage ${at} is not on the way`);
  const answer = state.answers.get(at) ?? {};
  // What was read on the page before still stands where nothing is ever drawn over.
  const isRead =
    options.plain && kind === 'choice' && stage.shift !== undefined && answer.option === undefined;
  return { stage, number: index + 1, answer, isRead, names: namesIn(options.story) };
}

function taken({ options, state }: PlaySession, { at }: PlayPage): Option {
  const stage = options.story.stages.get(at);
  const option = stage && optionOf(stage, state.answers.get(at)?.option);
  if (!option) throw new Bug(`nothing was chosen at stage ${at}`);
  return option;
}

/** What is kept and where; where one goes on from; what has changed since. */
function careLines({ voice, folder, head, world, options, state }: PlaySession): string[] {
  const { say } = voice;
  const { resume, story } = options;
  const kept =
    folder === undefined
      ? say('play.care.not-kept')
      : say('play.care.kept', { file: world.shown(sessionFileOf(folder, head.id)) });
  if (!resume) return [kept];
  const count = Object.keys(pathOf(story, state.answers)).length;
  return [
    kept,
    say('play.care.resumed', { count }),
    ...(resume.scenario.version === story.version ? [] : [say('play.care.changed')]),
  ];
}
