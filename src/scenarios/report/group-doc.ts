import { type Block, type Doc, entry, gap, heading, section, text, title } from '../../render/doc.ts';
import { shiftWords } from '../play/pages.ts';
import type { PartingKind } from '../play/parting.ts';
import { FEWEST, type Group, type GroupStage, percentOf } from './group.ts';
import { optionWords, type ReportShown } from './learner-doc.ts';

/** How a group went through a story: the spread of choices at each stage, and where ways part from the rules. */
export function groupDoc(group: Group, shown: ReportShown): Doc {
  const { story, voice } = shown;
  const { say, read } = voice;
  return [
    title(say('report.group-title', { title: read(story.title) })),
    text(say('report.group-what', { learners: group.learners, finished: group.finished })),
    ...(group.learners < FEWEST ? [text(say('report.few', { fewest: FEWEST }))] : []),
    ...group.stages.flatMap((stage) => stageBlocks(stage, shown)),
    ...section(say('report.ends'), [
      ...group.ends.map(({ of, count }) =>
        countEntry(shortly(read(story.ends.get(of) ?? {})), { count, of: group.finished }, shown),
      ),
    ]),
    ...section(
      say('report.group-apart'),
      group.apart.map(({ kind, text: action, count }) =>
        countEntry(
          say(`report.apart.${kind as PartingKind}`, { action }),
          { count, of: group.finished },
          shown,
        ),
      ),
    ),
  ];
}

function stageBlocks(stage: GroupStage, shown: ReportShown): Block[] {
  const { voice, story } = shown;
  const { say, read } = voice;
  const number = [...story.stages.keys()].indexOf(stage.stage.id) + 1;
  const of = stage.learners;
  return [
    gap,
    heading(say('report.stage-of', { number, ask: read(stage.stage.ask) })),
    text(say('report.answered', { learners: of })),
    ...stage.options.map(({ of: option, count }) =>
      countEntry(optionWords(stage.stage, option, voice), { count, of }, shown),
    ),
    ...(stage.confidence.length === 0
      ? []
      : [
          heading(say('play.confidence.ask'), 3),
          ...stage.confidence.map(({ of: word, count }) =>
            countEntry(say(`play.confidence.${word}`), { count, of }, shown),
          ),
        ]),
    ...(stage.shifts.length === 0 || !stage.stage.shift
      ? []
      : [
          heading(say('play.shift', { about: read(stage.stage.shift.about) }), 3),
          ...stage.shifts.map(({ of: value, count }) =>
            countEntry(shiftWords(value, say), { count, of }, shown),
          ),
        ]),
    ...(stage.changed > 0
      ? [gap, text(say('report.group-changed', { count: stage.changed, after: stage.changedAfterTold }))]
      : []),
    ...(shown.withReasons
      ? section(
          say('report.reasons'),
          stage.reasons.map((reason) => entry('', reason)),
          3,
        )
      : []),
  ];
}

interface Share {
  readonly count: number;
  readonly of: number;
}

/** One count in words, with its share of the whole to be drawn. */
function countEntry(words: string, { count, of }: Share, { voice }: ReportShown): Block {
  return {
    kind: 'entry',
    words: `${words}: ${shareWords({ count, of }, voice.say)}`,
    ...(of > 0 && { share: count / of }),
  };
}

/** A count of learners in words; in percent too where enough are counted. */
export function shareWords({ count, of }: Share, say: ReportShown['voice']['say']): string {
  const percent = percentOf(count, of);
  return percent === undefined
    ? say('report.share', { count, of })
    : say('report.share-percent', { count, of, percent });
}

/** The first sentence of a text, without its full stop: what can stand before a count. */
function shortly(written: string): string {
  const [first = written] = written.split(/(?<=[.?])\s|\n/);
  return first.replace(/\.$/, '');
}
