import type { Cell } from '../../render/csv.ts';
import { optionOf } from '../play/fold.ts';
import type { Group } from './group.ts';
import { percentOf } from './group.ts';
import type { Learner } from './learner.ts';
import type { ReportShown } from './learner-doc.ts';

/** One row for each stage that a learner came to, for spreadsheets; the first row names the columns. */
export function learnerRows(
  learners: readonly Learner[],
  { story, voice, withReasons }: ReportShown,
): Cell[][] {
  const { say, read } = voice;
  const head = [
    say('report.column.session'),
    say('report.column.scenario'),
    say('report.column.stage'),
    say('report.column.choice'),
    say('report.column.words'),
    say('report.column.confidence'),
    say('report.column.sure'),
    say('report.column.shift'),
    say('report.column.changed'),
    say('report.column.after'),
    say('report.column.end'),
    say('report.column.apart'),
    ...(withReasons ? [say('report.column.reason')] : []),
  ];
  const rows = learners.flatMap(({ id, end = '', apart = [], stages }) =>
    stages.map(({ stage, option = '', confidence, sure, shift, changes, reason = '' }): Cell[] => {
      const taken = optionOf(stage, option);
      return [
        id,
        story.id,
        stage.id,
        option,
        taken ? read(taken.label) : '',
        confidence === undefined ? '' : say(`play.confidence.${confidence}`),
        sure ?? '',
        shift ?? '',
        changes[0]?.from ?? '',
        changes.some(({ afterTold }) => afterTold) ? say('answer.yes') : '',
        end,
        end === '' ? '' : apart.map(({ action }) => action.id).join(' '),
        ...(withReasons ? [reason] : []),
      ];
    }),
  );
  return [head, ...rows];
}

/** What learners chose as the published object `timbang.session-report/1`, for other programs. */
export function learnersJson(learners: readonly Learner[], { story, withReasons }: ReportShown) {
  return {
    ...head(story),
    learners: learners.map(({ id, end, backs, apart, stages }) => ({
      session: id,
      end: end ?? null,
      backs,
      stages: stages.map(({ stage, option, confidence, sure, shift, changes, reason }) => ({
        stage: stage.id,
        choice: option ?? null,
        confidence: confidence ?? null,
        sure: sure ?? null,
        shift: shift ?? null,
        changes,
        ...(withReasons && { reason: reason ?? null }),
      })),
      apart:
        end === undefined || !apart ? null : apart.map(({ kind, action }) => ({ kind, action: action.id })),
    })),
  };
}

/** The counts of a group as the same object; `percent` is null where too few are counted. */
export function groupJson(group: Group, { story, withReasons }: ReportShown) {
  const share = (count: number, of: number) => ({ count, percent: percentOf(count, of) ?? null });
  return {
    ...head(story),
    group: {
      learners: group.learners,
      finished: group.finished,
      stages: group.stages.map((stage) => ({
        stage: stage.stage.id,
        learners: stage.learners,
        choices: stage.options.map(({ of, count }) => ({ choice: of, ...share(count, stage.learners) })),
        confidence: stage.confidence.map(({ of, count }) => ({
          confidence: of,
          ...share(count, stage.learners),
        })),
        shifts: stage.shifts.map(({ of, count }) => ({ shift: of, ...share(count, stage.learners) })),
        changed: stage.changed,
        changedAfterTold: stage.changedAfterTold,
        ...(withReasons && { reasons: stage.reasons }),
      })),
      ends: group.ends.map(({ of, count }) => ({ end: of, ...share(count, group.finished) })),
      apart: group.apart.map(({ of, kind, count }) => ({
        action: of,
        kind,
        ...share(count, group.finished),
      })),
    },
  };
}

function head({ id, version }: ReportShown['story']) {
  return { schema: 'timbang.session-report/1', scenario: { id, version } };
}

/** One row for each choice of each stage, with how many learners made it; the first row names the columns. */
export function groupRows(group: Group, { voice }: ReportShown): Cell[][] {
  const { say, read } = voice;
  return [
    [
      say('report.column.stage'),
      say('report.column.choice'),
      say('report.column.words'),
      say('report.column.count'),
      say('report.column.of'),
    ],
    ...group.stages.flatMap(({ stage, options, learners }) =>
      options.map(({ of, count }): Cell[] => {
        const option = optionOf(stage, of);
        return [stage.id, of, option ? read(option.label) : of, count, learners];
      }),
    ),
  ];
}
