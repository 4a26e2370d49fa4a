import type { ReportStep } from '../model/report.ts';
import {
  type Act,
  actEntries,
  moreEntry,
  notToDo,
  permitted,
  plainEntries,
  runningText,
  toDo,
} from './acts.ts';
import { changeEntries, findOutEntries } from './changes.ts';
import { dilemmaBlocks, isToldWithAWay } from './dilemmas.ts';
import { type Block, type Doc, entry, gap, section, text, title } from './doc.ts';
import { headlineWords } from './headline.ts';
import { layout } from './layout.ts';
import { asIfEntries } from './meanwhile.ts';
import { conditionalEntries, stepEntry } from './owed.ts';
import { plainLayout } from './plain.ts';
import { ALL, type Detail, GIVEN_UP, TAKEN_BACK } from './screen-detail.ts';
import type { Telling } from './telling.ts';
import { tensionWords, whyEntries } from './why.ts';

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
  const fits = (detail: Detail): boolean => {
    const doc = compose(detail, telling);
    return (plain ? plainLayout(doc, columns) : layout(doc, columns)).length <= rows;
  };
  let detail = ALL;
  for (const less of [{}, ...GIVEN_UP]) {
    detail = { ...detail, ...less };
    if (fits(detail)) return compose(filledUp(detail, fits), telling);
  }
  return compose(detail, telling);
}

/** Takes back what there is room for: the principles in a word, then entries one by one, the most needed list first. */
function filledUp(from: Detail, fits: (detail: Detail) => boolean): Detail {
  const withWhy: Detail = { ...from, why: from.why === 'yielding' ? 'tensions' : from.why };
  let detail = fits(withWhy) ? withWhy : from;
  const open = new Set(TAKEN_BACK.filter((part) => from[part] < ALL[part]));
  for (let most = 0; open.size > 0 && most < 12; most += 1) {
    for (const part of open) {
      const more = { ...detail, [part]: detail[part] + 1 };
      if (fits(more)) detail = more;
      else open.delete(part);
    }
  }
  return detail;
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
    ...section(say('heading.meanwhile'), asIfEntries(detail.meanwhile, telling)),
    ...section(say('heading.not-to-do'), untimed(notToDo(telling), detail, telling)),
    ...section(say('heading.tell'), steps(detail, telling)),
    ...section(say('heading.if'), conditions(detail, telling)),
    ...section(say('heading.may'), detail.permitted ? plainEntries(permitted(telling), 1000, telling) : []),
    ...section(say('heading.why'), [...whyEntries(detail.why, telling), ...partings(detail, telling)]),
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
  const { report, say } = telling;
  const shown = report.dilemmas.slice(0, detail.dilemmas);
  const left = report.dilemmas.length - shown.length;
  const told = shown.flatMap((dilemma) => [
    gap,
    ...dilemmaBlocks(dilemma, { reasons: detail.reasons, detail: detail.sides }, telling),
  ]);
  return left > 0 ? [...told, text(say('more.dilemmas', { count: left }))] : told;
}

function untimed(acts: readonly Act[], { against, running }: Detail, telling: Telling): Block[] {
  return running ? runningText(acts, against, telling) : plainEntries(acts, against, telling);
}

/** What is owed, then what may turn out to be; what there is no room for is counted in one line. */
function steps(detail: Detail, telling: Telling): Block[] {
  const { report, say } = telling;
  const told = (word: string, most: number): { shown: Block[]; left: number } => {
    const all = report.escalation.filter((step) => step.owed === word);
    // Where not all can be told, what stands in goes before whom nobody can reach.
    const ordered = all.length > most ? [...all].sort((a, b) => outOfReach(a) - outOfReach(b)) : all;
    const shown = ordered.slice(0, most).map((step) => stepEntry(step, detail.step, telling));
    return { shown, left: all.length - shown.length };
  };
  const owed = told('yes', detail.steps);
  const least = owed.shown.length === 0 ? 1 : 0;
  const possible = told('possible', owed.left > 0 ? 0 : Math.max(least, detail.possible));
  const count = { owed: owed.left, possible: possible.left };
  const more =
    owed.left > 0 && possible.left > 0
      ? [entry('', say('more.steps-both', count))]
      : possible.left > 0
        ? [entry('', say('more.steps-possible', count))]
        : [];
  const moreOwed = owed.left > 0 && possible.left === 0 ? [moreEntry(owed.left, telling)] : [];
  return [...owed.shown, ...moreOwed, ...possible.shown, ...more];
}

function outOfReach({ reachable }: ReportStep): number {
  return reachable === 'no' ? 1 : 0;
}

function conditions(detail: Detail, telling: Telling): Block[] {
  return detail.conditions ? conditionalEntries(telling, (one) => isToldWithAWay(one, telling.report)) : [];
}

/** Where law, code, policy and ethics part ways and nothing settles it: one line, the rest is in the details. */
function partings({ why }: Detail, { report, say, series, action }: Telling): Block[] {
  const open = report.partings.filter(({ settledBy }) => settledBy === null);
  if (open.length === 0 || why === 'yielding') return [];
  return [entry('', say('parting.screen', { actions: series(open.map((one) => action(one.action))) }))];
}

/** What would dissolve a dilemma; then what is worth finding out. */
function changes(detail: Detail, telling: Telling): Block[] {
  const { report, say } = telling;
  if (detail.changes === 0) return [];
  const torn = new Set(report.dilemmas.flatMap(({ actions }) => actions));
  const nearestChange = report.nearestChange.filter(({ action }) => torn.has(action));
  const dissolving = { ...telling, report: { ...report, nearestChange } };
  return [
    ...section(say('heading.change'), changeEntries(['bring-about', 'find-out'], detail.changes, dissolving)),
    ...section(say('heading.find-out'), findOutEntries(detail.changes, telling)),
  ];
}

/** Whether something that exists is not on the screen at all, and no line that counts what is left out points on. */
function isCut(detail: Detail, telling: Telling): boolean {
  const owed = telling.report.escalation.filter((step) => step.owed === 'yes');
  const isCounted =
    toDo(telling).length > detail.acts ||
    notToDo(telling).length > detail.against ||
    owed.length > detail.steps;
  if (isCounted) return false;
  return (
    (!detail.permitted && permitted(telling).length > 0) ||
    (!detail.conditions && conditions(ALL, telling).length > 0) ||
    (detail.changes === 0 && changes(ALL, telling).length > 0) ||
    (detail.step === 'name' && telling.report.escalation.length > 0) ||
    detail.why === 'yielding' ||
    (detail.sides !== 'full' && telling.report.dilemmas.length > 0)
  );
}
