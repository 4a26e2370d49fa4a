import type { Report, ReportAction, ReportIf, ReportRule, ReportSource, Through } from '../model/report.ts';
import { listInWords } from '../text/lists.ts';
import { monthInWords } from '../text/months.ts';
import type { Say } from '../text/say.ts';

/** A report with the voice that tells it, and the words behind its ids. */
export interface Telling {
  readonly report: Report;
  readonly say: Say;
  /** Today, `2026-11-25`: what is past its date is marked. Absent: nothing is, so that the same input gives the same text. */
  readonly today?: string;
  readonly action: (id: string) => string;
  readonly principle: (id: string) => string;
  readonly question: (id: string) => string;
  /** Several questions, one after the other. */
  readonly questions: (ids: readonly string[]) => string;
  /** A question with one of its answers: *Is she safe? No*. */
  readonly answered: (question: string, answer: string) => string;
  readonly rule: (id: string) => ReportRule | undefined;
  /** Joins names: *a, b and c*. */
  readonly list: (items: readonly string[]) => string;
  /** Joins sentences and names of actions, which have commas and conjunctions of their own. */
  readonly series: (items: readonly string[]) => string;
}

export function tell(report: Report, say: Say, today?: string): Telling {
  const texts = new Map<string, string>(
    [...report.mentioned, ...report.nearestChange.map(({ action, text }) => ({ id: action, text }))]
      .concat(report.safeguards.map(({ action, text }) => ({ id: action, text })))
      .concat(report.actions)
      .map(({ id, text }) => [id, text]),
  );
  const principles = new Map(report.principles.map(({ id, name }) => [id, name]));
  const questions = new Map(report.questions.map((question) => [question.id, question]));
  const rules = new Map(report.actions.flatMap((action) => action.rules.map((rule) => [rule.id, rule])));
  return {
    report,
    say,
    ...(today !== undefined && { today }),
    action: (id) => texts.get(id) ?? id,
    principle: (id) => principles.get(id) ?? id,
    question: (id) => questions.get(id)?.ask ?? id,
    questions: (ids) => ids.map((id) => questions.get(id)?.ask ?? id).join(' '),
    answered: (id, answer) => {
      const question = questions.get(id);
      const known = question?.answers.find((one) => one.id === answer)?.text;
      const words = known ?? (answer === 'does-not-apply' ? say('answer.does-not-apply') : answer);
      return say('answered', { question: question?.ask ?? id, answer: words });
    },
    rule: (id) => rules.get(id),
    list: (items) => listInWords(items, say),
    series: (items) => items.join('; '),
  };
}

/** Names a source with its kind first: *law: Act 14/2019, Article 42*. */
export function sourceWords(source: ReportSource, { say }: Telling): string {
  const values = {
    kind: say(`kind.${source.kind as 'law'}`),
    title: source.title,
    place: source.place ?? '',
  };
  return say(source.place === null ? 'source.whole' : 'source.place', values);
}

const SHORT_TITLE = 40;

/** Names a source in a few words, for a first screen: a long title gives way to the place in it. */
export function sourceShort(source: ReportSource, telling: Telling): string {
  if (source.place === null || source.title.length <= SHORT_TITLE) return sourceWords(source, telling);
  return sourceWords({ ...source, title: source.place, place: null }, telling);
}

/** The same with how and when its text was checked. */
export function sourceChecked(source: ReportSource, telling: Telling): string {
  const { how, on } = source.checked;
  const checked = telling.say(`checked.${how as 'text-seen'}`, { month: monthInWords(on) });
  return telling.say('source.checked', { source: sourceWords(source, telling), checked });
}

/** Says through what one reason went before another: a priority in its own words, the grade, or an exclusion. */
export function throughWords(through: Through, { report, say }: Telling): string {
  if (through === 'grade' || through === 'not-together') return say(`through.${through}`);
  return report.priorities.find(({ id }) => id === through.priority)?.because ?? through.priority;
}

/** Under what decision something is owed, as the opening of a sentence. */
export function ifWords(condition: ReportIf, { say, action, series }: Telling): string {
  if (condition === null) return say('if.always');
  if ('departs' in condition) {
    return 'must' in condition.departs
      ? say('if.leave', { actions: action(condition.departs.must) })
      : say('if.do', { actions: action(condition.departs['must-not']) });
  }
  const done = series(condition.do.map(action));
  const left = series(condition.leave.map(action));
  if (done === '') return say('if.leave', { actions: left });
  return left === '' ? say('if.do', { actions: done }) : say('if.do-and-leave', { done, left });
}

/** What to do, or not, with the grade in words where it is advice. */
export function actWords(action: Pick<ReportAction, 'text' | 'verdict'>, { say }: Telling): string {
  if (action.verdict === 'should') return say('act.advised', { action: action.text });
  if (action.verdict === 'should-not') return say('act.advised-against', { action: action.text });
  return action.text;
}

/** So many actions are named for each verdict; the others are counted, and the JSON names them all. */
const NAMED = 3;

/** Names verdicts with their actions, each verdict once: *must: a; b. may: c*. */
export function verdictsWords(
  verdicts: Iterable<readonly [string, string]>,
  { say, action, series }: Telling,
): string[] {
  const byVerdict = new Map<string, string[]>();
  for (const [id, verdict] of verdicts)
    byVerdict.set(verdict, [...(byVerdict.get(verdict) ?? []), action(id)]);
  return [...byVerdict].map(([verdict, actions]) =>
    say(`change.verdict.${verdict as 'must'}`, { actions: series(firstOf(actions, say)) }),
  );
}

function firstOf(actions: readonly string[], say: Say): string[] {
  if (actions.length <= NAMED) return [...actions];
  return [...actions.slice(0, NAMED), say('change.verdict.more', { count: actions.length - NAMED })];
}

export function isFor(verdict: string): boolean {
  return verdict === 'must' || verdict === 'should';
}

export function isAgainst(verdict: string): boolean {
  return verdict === 'must-not' || verdict === 'should-not';
}
