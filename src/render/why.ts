import type { Report } from '../model/report.ts';
import { type Block, entry } from './doc.ts';
import { sourceShort, type Telling, throughWords } from './telling.ts';

type Principle = Report['principles'][number];

/**
 * How much is said of the principles: each with its reason; those in question with theirs and the others in one line;
 * those in question in a few words; only those that yield (a collision is told by its dilemma).
 */
export type WhyDetail = 'reasons' | 'lines' | 'tensions' | 'yielding';

/** The five principles: which one stands, which one yields and why, which are in conflict or not clear. */
export function whyEntries(detail: WhyDetail, telling: Telling): Block[] {
  const { report } = telling;
  const lineOf = (one: Principle): Block => entry(one.name, statusWords(one, detail, telling));
  if (report.principles.every(({ status }) => status === 'not-engaged')) return [];
  if (detail === 'reasons') return report.principles.map(lineOf);
  const told = report.principles.filter((principle) => isInQuestion(principle, telling));
  if (detail === 'yielding') return told.filter(({ status }) => status === 'yields').map(lineOf);
  const others = report.principles.filter((principle) => !told.includes(principle));
  return [...told.map(lineOf), ...restEntries(others, telling)];
}

function isInQuestion({ id, status }: Principle, telling: Telling): boolean {
  return ['in-conflict', 'yields', 'unclear'].includes(status) || prevails(id, telling);
}

/** Another principle yields to this one here. */
function prevails(id: string, { report }: Telling): boolean {
  return report.principles.some(
    ({ status, to }) => status === 'yields' && to.some(({ principle }) => principle === id),
  );
}

function statusWords(principle: Principle, detail: WhyDetail, telling: Telling): string {
  const { say } = telling;
  const [first] = principle.dependsOn;
  const reason =
    detail === 'reasons' || prevails(principle.id, telling) ? reasonOf(principle.id, telling) : undefined;
  switch (principle.status) {
    case 'in-conflict':
      return say('why.in-conflict', { actions: telling.series(contestedBy(principle.id, telling)) });
    case 'yields':
      return yieldWords(principle, telling);
    case 'unclear':
      if (prevails(principle.id, telling) && reason) return say('why.stands-unclear', reason);
      if (first === undefined || detail === 'tensions') return say('why.unclear');
      return say('why.unclear-until', { question: telling.question(first) });
    case 'served': {
      const key = prevails(principle.id, telling) ? 'stands' : 'served';
      return reason === undefined ? say(`why.${key}`) : say(`why.${key}-because`, reason);
    }
    default:
      return say('why.not-engaged');
  }
}

function yieldWords({ to }: Principle, telling: Telling): string {
  const { say, principle, list } = telling;
  const [first] = to;
  if (!first) return say('why.unclear');
  const others = [...new Set(to.map((one) => principle(one.principle)))];
  return say('why.yields', { others: list(others), through: throughWords(first.through, telling) });
}

/** The reason that a principle stands on: of its standing rules the one that sets another principle's aside. */
function reasonOf(id: string, telling: Telling): { because: string; source: string } | undefined {
  const { report } = telling;
  const rules = report.actions.flatMap((action) =>
    action.rules.filter((rule) => rule.principle === id && rule.standing),
  );
  const victories = new Set(
    report.actions.flatMap((action) =>
      action.rules.flatMap(({ setAsideBy }) => setAsideBy.map(({ rule }) => rule)),
    ),
  );
  const rule = rules.find((one) => victories.has(one.id)) ?? rules[0];
  return rule && { because: rule.because, source: sourceShort(rule.source, telling) };
}

function contestedBy(id: string, { report }: Telling): string[] {
  return report.actions
    .filter(({ verdict, rules }) => verdict === 'contested' && rules.some((rule) => rule.principle === id))
    .map((action) => action.text);
}

/** The principles that nothing needs to be said of, by status, a line for each status. */
function restEntries(others: readonly Principle[], { say, list }: Telling): Block[] {
  const named = (status: string): string =>
    list(others.filter((one) => one.status === status).map(({ name }) => name));
  const [served, notEngaged] = [named('served'), named('not-engaged')];
  if (served !== '' && notEngaged !== '') {
    return [entry('', say('why.served-and-not-engaged', { served, 'not-engaged': notEngaged }))];
  }
  if (served !== '') return [entry('', say('why.only-served', { served }))];
  return notEngaged === '' ? [] : [entry('', say('why.only-not-engaged', { 'not-engaged': notEngaged }))];
}

/** In one sentence: that duties or advice collide, or which principle yields to which; nothing where neither happens. */
export function tensionWords(telling: Telling): string | undefined {
  const { report, say, list, principle } = telling;
  const grades = report.dilemmas.map(({ grade }) => grade);
  if (grades.includes('duty')) return say('tension.duties');
  if (grades.length > 0 && report.headline !== 'find-out') return say('tension.advice');
  const yielding = report.principles.filter(({ status }) => status === 'yields');
  if (yielding.length === 0) return undefined;
  const to = [...new Set(yielding.flatMap((one) => one.to.map((entry) => principle(entry.principle))))];
  const key = yielding.length === 1 ? 'tension.yields.one' : 'tension.yields.other';
  return say(key, { yielding: list(yielding.map(({ name }) => name)), to: list(to) });
}
