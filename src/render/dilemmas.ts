import type { Report, ReportDilemma, ReportIf, ReportStep } from '../model/report.ts';
import { type Block, entry, gap, heading, text } from './doc.ts';
import { actWords, sourceShort, type Telling } from './telling.ts';

type Way = ReportDilemma['waysOut'][number];

/**
 * How much is said of a dilemma: all of it; reasons without their sources, and what is owed only counted; reasons alone, where the screen says
 * itself that not all of it fits. */
export type DilemmaDetail = 'full' | 'brief' | 'bare';

export interface Shown {
  /** Reasons for each way. */
  readonly reasons: number;
  readonly detail: DilemmaDetail;
}

/** A dilemma with its ways out: two beside each other, more than two one under the other. */
export function dilemmaBlocks(dilemma: ReportDilemma, shown: Shown, telling: Telling): Block[] {
  const { say } = telling;
  const sides = dilemma.waysOut.map((way, at) => sideOf(way, { dilemma, shown, first: at === 0 }, telling));
  const [left, right, ...others] = sides;
  const known =
    dilemma.because === null || shown.detail === 'bare'
      ? []
      : [text(say('dilemma.known', { because: dilemma.because }))];
  const more = dilemma.more ? [text(say('dilemma.more'))] : [];
  const between: Block[] =
    left && right && others.length === 0
      ? [{ kind: 'sides', left, right }]
      : sides.flatMap((side, at) => (at === 0 ? side : [gap, ...side]));
  return [...known, ...between, ...more];
}

interface SideOf {
  readonly dilemma: ReportDilemma;
  readonly shown: Shown;
  readonly first: boolean;
}

function sideOf(way: Way, { dilemma, shown: { reasons, detail }, first }: SideOf, telling: Telling): Block[] {
  const { say } = telling;
  const lines = reasonsFor(way, detail === 'full', telling);
  const shown = lines.slice(0, reasons);
  const left = lines.length - shown.length;
  return [
    heading(say(first ? 'dilemma.either' : 'dilemma.or', { way: wayWords(way, dilemma, telling) }), 3),
    ...shown.map((line) => entry('', line)),
    ...(left > 0 && detail !== 'bare'
      ? [entry('', say(left === 1 ? 'more.one' : 'more.other', { count: left }))]
      : []),
    ...oweds(way, { dilemma, detail }, telling),
  ];
}

/** What is done in a way out; where nothing is, what is left: said in short where it is all the dilemma is about. */
function wayWords(way: Way, { actions }: ReportDilemma, { say, series, action }: Telling): string {
  if (way.do.length > 0) return series(way.do.map(action));
  return actions.length === 1
    ? say('dilemma.leave-it')
    : say('dilemma.leave', { actions: series(way.leave.map(action)) });
}

/** Each reason with its principle, and its source where there is room. */
function reasonsFor(way: Way, withSource: boolean, telling: Telling): string[] {
  const { report, say, principle } = telling;
  const sides = [
    { ids: way.do, verdicts: ['must', 'should', 'may'] },
    { ids: way.leave, verdicts: ['must-not', 'should-not'] },
  ];
  const rules = sides.flatMap(({ ids, verdicts }) =>
    report.actions
      .filter(({ id }) => ids.includes(id))
      .flatMap((action) => action.rules.filter((rule) => rule.standing && verdicts.includes(rule.verdict))),
  );
  const lines = rules.map((rule) => {
    const values = {
      principle: principle(rule.principle),
      because: rule.because,
      source: sourceShort(rule.source, telling),
    };
    return say(withSource ? 'dilemma.reason' : 'dilemma.reason-alone', values);
  });
  return [...new Set(lines)];
}

/** What is owed with this way and not with all: safeguards and steps. */
function oweds(
  way: Way,
  { dilemma, detail }: { dilemma: ReportDilemma; detail: DilemmaDetail },
  telling: Telling,
): Block[] {
  const { report, say } = telling;
  const belongs = ({ owed, if: when }: { owed: string; if: ReportIf }): boolean =>
    owed === 'if' && goesWith(when, way, dilemma);
  const words = (act: string, prepare: boolean): string =>
    prepare ? say('safeguard.prepare', { action: act }) : act;
  const told = [
    ...report.safeguards.filter(belongs).map((one) => words(actWords(one, telling), one.prepare)),
    ...report.escalation.filter(belongs).map((one) => words(one.text, one.prepare)),
  ];
  if (told.length === 0) return [];
  const values = { actions: telling.series(told), count: told.length };
  return [entry('', say(detail === 'full' ? 'dilemma.then' : 'dilemma.then-count', values))];
}

/** Whether a decision speaks of this dilemma, and chooses this way of it. */
function goesWith(when: ReportIf, way: Way, dilemma: ReportDilemma): boolean {
  if (when === null || 'departs' in when) return false;
  const done = when.do.filter((id) => dilemma.actions.includes(id));
  const left = when.leave.filter((id) => dilemma.actions.includes(id));
  if (done.length + left.length === 0) return false;
  return done.every((id) => way.do.includes(id)) && left.every((id) => way.leave.includes(id));
}

/** Whether what is owed under a decision is already told beside a way out of a dilemma. */
export function isToldWithAWay(
  { if: when }: Report['safeguards'][number] | ReportStep,
  report: Report,
): boolean {
  return report.dilemmas.some((dilemma) => dilemma.waysOut.some((way) => goesWith(when, way, dilemma)));
}
