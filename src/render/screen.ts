import { actEntries, moreEntry, notToDo, permitted, toDo } from './acts.ts';
import { changeEntries, findOutEntries } from './changes.ts';
import { dilemmaBlocks, isToldWithAWay } from './dilemmas.ts';
import { type Block, type Doc, entry, gap, section, text, title } from './doc.ts';
import { headlineWords } from './headline.ts';
import { layout } from './layout.ts';
import { asIfBlocks } from './meanwhile.ts';
import { conditionalEntries, type StepDetail, stepEntry } from './owed.ts';
import { plainLayout } from './plain.ts';
import type { Telling } from './telling.ts';
import { tensionWords, type WhyDetail, whyEntries } from './why.ts';

/** How much of each part a screen shows. */
interface Detail {
  readonly gaps: boolean;
  readonly acts: number;
  readonly against: number;
  readonly steps: number;
  readonly step: StepDetail;
  readonly why: WhyDetail;
  readonly changes: number;
  readonly dilemmas: number;
  readonly reasons: number;
  readonly permitted: boolean;
  readonly conditions: boolean;
}

const ALL: Detail = {
  gaps: true,
  acts: 1000,
  against: 1000,
  steps: 1000,
  step: 'lines',
  why: 'reasons',
  changes: 1000,
  dilemmas: 1000,
  reasons: 1000,
  permitted: true,
  conditions: true,
};

/** What is given up for a screen that is too small, one thing after the other: least needed in the next hour first. */
const GIVEN_UP: readonly Partial<Detail>[] = [
  { conditions: false, changes: 3 },
  { gaps: false },
  { permitted: false },
  { step: 'sentence', why: 'lines' },
  { changes: 1 },
  { why: 'tensions', reasons: 3 },
  { against: 4, acts: 8, steps: 4 },
  { acts: 7, steps: 3, dilemmas: 2 },
  { against: 3, reasons: 2 },
  { acts: 6 },
  { step: 'name', dilemmas: 1 },
  { acts: 5, against: 2 },
  { acts: 4, steps: 2, reasons: 1 },
  { acts: 3, changes: 0 },
  { against: 1, acts: 2, steps: 1 },
];

export interface ScreenSize {
  readonly columns: number;
  /** Lines that there are; left out: as many as it takes. */
  readonly rows?: number;
  readonly plain: boolean;
}

/**
 * Composes the first screen of a result. With `rows`, it gives up detail step by step until it fits, and says so: what
 * is left out is counted where it would stand, and a last line points to the details. On a terminal that is too small
 * for even the least of it, it is longer than `rows`.
 */
export function screen(telling: Telling, { columns, rows, plain }: ScreenSize): Doc {
  if (rows === undefined) return compose(ALL, telling);
  let detail = ALL;
  for (const less of [{}, ...GIVEN_UP]) {
    detail = { ...detail, ...less };
    const doc = compose(detail, telling);
    const lines = plain ? plainLayout(doc, columns) : layout(doc, columns);
    if (lines.length <= rows) return doc;
  }
  return compose(detail, telling);
}

function compose(detail: Detail, telling: Telling): Doc {
  const { report, say } = telling;
  const tension = tensionWords(telling);
  const head = title([
    { text: headlineWords(telling), style: 'strong' },
    ...(tension === undefined ? [] : [{ text: tension }]),
  ]);
  if (report.contradiction.length > 0) return [head, gap, ...contradiction(telling)];
  const sections = [
    ...section(say('heading.decided-against'), unmet(telling)),
    ...dilemmas(detail, telling),
    ...section(
      say(report.dilemmas.length > 0 ? 'heading.whichever' : 'heading.to-do'),
      actEntries(toDo(telling), detail.acts, telling),
    ),
    ...section(say('heading.meanwhile'), asIfBlocks(telling)),
    ...section(say('heading.not-to-do'), actEntries(notToDo(telling), detail.against, telling)),
    ...section(say('heading.tell'), steps(detail, telling)),
    ...section(say('heading.if'), conditions(detail, telling)),
    ...section(say('heading.may'), detail.permitted ? actEntries(permitted(telling), 1000, telling) : []),
    ...section(say('heading.why'), whyEntries(detail.why, telling)),
    ...changes(detail, telling),
  ];
  const body = detail.gaps ? sections : sections.filter(({ kind }) => kind !== 'gap');
  const more = isCut(detail, telling) ? [...(detail.gaps ? [gap] : []), text(say('more.screen'))] : [];
  return [head, ...(detail.gaps ? [] : [gap]), ...body, ...more];
}

function contradiction(telling: Telling): Block[] {
  const { report, say } = telling;
  const answers = report.contradiction.map((id) => {
    const fact = report.facts.find((one) => one.id === id);
    return entry(
      '',
      fact ? say('answered', { question: fact.ask, answer: fact.text }) : telling.question(id),
    );
  });
  return [text(say('contradiction.these')), ...answers, text(say('contradiction.which'))];
}

/** Duties that the worker decided against stay on the screen. */
function unmet({ report, say }: Telling): Block[] {
  return report.actions
    .filter((action) => action.unmet)
    .map((action) =>
      entry('', say(action.decided === 'do' ? 'decided.did' : 'decided.left', { action: action.text })),
    );
}

function dilemmas(detail: Detail, telling: Telling): Block[] {
  const { report } = telling;
  const shown = report.dilemmas.slice(0, detail.dilemmas);
  const left = report.dilemmas.length - shown.length;
  const told = shown.flatMap((dilemma) => [gap, ...dilemmaBlocks(dilemma, detail.reasons, telling)]);
  return left > 0 ? [...told, moreEntry(left, telling)] : told;
}

function steps(detail: Detail, telling: Telling): Block[] {
  const owed = telling.report.escalation.filter((step) => step.owed !== 'if');
  const shown = owed.length > detail.steps ? owed.slice(0, Math.max(1, detail.steps - 1)) : owed;
  const entries = shown.map((step) => stepEntry(step, detail.step, telling));
  const left = owed.length - shown.length;
  return left > 0 ? [...entries, moreEntry(left, telling)] : entries;
}

function conditions(detail: Detail, telling: Telling): Block[] {
  return detail.conditions ? conditionalEntries(telling, (one) => isToldWithAWay(one, telling.report)) : [];
}

function changes(detail: Detail, telling: Telling): Block[] {
  const { report, say } = telling;
  if (detail.changes === 0) return [];
  if (report.dilemmas.length > 0) {
    return section(
      say('heading.change'),
      changeEntries(['bring-about', 'find-out'], detail.changes, telling),
    );
  }
  return section(say('heading.find-out'), findOutEntries(detail.changes, telling));
}

/** Whether something that exists is not on the screen at all. */
function isCut(detail: Detail, telling: Telling): boolean {
  return (
    (!detail.permitted && permitted(telling).length > 0) ||
    (!detail.conditions && conditions(ALL, telling).length > 0) ||
    (detail.changes === 0 && changes(ALL, telling).length > 0) ||
    detail.step === 'name' ||
    detail.step === 'sentence'
  );
}
