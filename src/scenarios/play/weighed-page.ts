import type { Report, ReportAction } from '../../model/report.ts';
import { type Block, type Doc, entry, gap, section, text, title } from '../../render/doc.ts';
import { screen } from '../../render/screen.ts';
import { sourceWords, type Telling, tell } from '../../render/telling.ts';
import type { PlayState } from './fold.ts';
import { optionOf, wayOf } from './fold.ts';
import { paragraphs } from './pages.ts';
import type { Parting } from './parting.ts';
import type { Stage, Story } from './story.ts';
import type { StoryVoice } from './voice.ts';
import type { StageWeighed } from './weigh-path.ts';

export interface Weighed {
  readonly story: Story;
  readonly state: Pick<PlayState, 'answers'>;
  readonly report: Report;
  /** What the rules said of each choice when it was made. */
  readonly stages: readonly StageWeighed[];
  readonly voice: StoryVoice;
  readonly today: string;
  readonly plain: boolean;
  readonly width: number;
  /** Lines that there are: the whole is told in as many. Absent: as many as it takes. */
  readonly rows?: number | undefined;
  /** The command that tells all of what was cut to fit. */
  readonly details?: string;
}

/** Lines that stand around what is said of the whole. */
const HEAD = 5;

/**
 * The last page: where the learner parted from the rules and where not, what is said of choices whose feedback was kept
 * for the end, and how timbang weighs the whole.
 */
export function weighedDoc(weighed: Weighed): Doc {
  const { story, state, report, stages, voice, today, plain, width, rows, details } = weighed;
  const { say } = voice;
  const telling = tell(report, say, today);
  const decided = stages.some(({ apart, together }) => apart.length + together.length > 0);
  const way = wayOf(story, state.answers).stages.map(({ id }) => id);
  const apart = apartEntries(way, stages, voice);
  return [
    title(say('play.weighed.title')),
    text(say('play.weighed.what')),
    ...section(
      say('play.weighed.apart'),
      apart.length > 0
        ? apart
        : [text(say(decided ? 'play.weighed.nowhere' : 'play.weighed.nothing-decided'))],
    ),
    ...section(
      say('play.weighed.together'),
      stages.flatMap(({ stage, together, report: then }) =>
        together.map((action) =>
          entry(stageWords(way, stage, voice), togetherWords(action, tell(then, say))),
        ),
      ),
    ),
    ...section(say('play.weighed.coaching'), coaching(story, state, voice)),
    gap,
    text([{ text: say('play.weighed.whole'), style: 'strong' }]),
    gap,
    ...screen(telling, { columns: width, plain, ...(rows !== undefined && { rows: rows - HEAD }) }),
    gap,
    ...(details === undefined ? [] : [text(say('play.weighed.details', { command: details }))]),
    text(say('play.weighed.care')),
  ];
}

/** Where each choice parts from the rules, by what was known when it was made. */
function apartEntries(way: readonly string[], stages: Weighed['stages'], voice: StoryVoice): Block[] {
  return stages.flatMap(({ stage, apart, report }) =>
    apart.map((parting) => partingEntry(stageWords(way, stage, voice), parting, tell(report, voice.say))),
  );
}

function stageWords(way: readonly string[], stage: string, { say }: StoryVoice): string {
  return say('play.stage', { number: way.indexOf(stage) + 1 });
}

/** One parting: what was decided, what the rules say, and why. */
function partingEntry(label: string, { kind, action }: Parting, telling: Telling): Block {
  const { say } = telling;
  const rule = action.rules.find(({ standing }) => standing);
  const why =
    rule &&
    say('play.weighed.because', {
      because: rule.because.replace(/\.$/, ''),
      source: sourceWords(rule.source, telling),
    });
  return entry(label, say(`play.weighed.${kind}`, { action: action.text }), why ? [text(why)] : []);
}

function togetherWords({ decided, text: action }: ReportAction, { say }: Telling): string {
  return say(decided === 'do' ? 'play.weighed.did' : 'play.weighed.left', { action });
}

/** What a trainer would say of the choices whose stage keeps it for the end. */
function coaching(story: Story, { answers }: Weighed['state'], { say, read }: StoryVoice): Block[] {
  return wayOf(story, answers).stages.flatMap((stage: Stage) => {
    const taken = optionOf(stage, answers.get(stage.id)?.option);
    if (stage.feedback !== 'debrief' || !taken?.coaching) return [];
    return [
      entry('', say('play.weighed.chose', { choice: read(taken.label) }), paragraphs(taken.coaching, read)),
    ];
  });
}
