import type { Report } from '../model/report.ts';
import { type Block, entry } from './doc.ts';
import { sourceWords, type Telling, throughWords } from './telling.ts';

type Principle = Report['principles'][number];

/** How much is said of the principles: a line each with its reason, a line each, or only those that are in question. */
export type WhyDetail = 'reasons' | 'lines' | 'tensions';

/** The five principles: which one stands, which one yields and why, which are in conflict or not clear. */
export function whyEntries(detail: WhyDetail, telling: Telling): Block[] {
  const { report } = telling;
  const told = report.principles.filter((principle) => isInQuestion(principle, telling));
  const others = report.principles.filter((principle) => !told.includes(principle));
  const lines = told.map((principle) =>
    entry(principle.name, statusWords(principle, detail === 'reasons', telling)),
  );
  if (detail === 'reasons')
    return report.principles.map((one) => entry(one.name, statusWords(one, true, telling)));
  return [...lines, ...restEntries(others, telling)];
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

function statusWords(principle: Principle, withReason: boolean, telling: Telling): string {
  const { say, list } = telling;
  switch (principle.status) {
    case 'in-conflict':
      return say('why.in-conflict', { actions: list(contestedBy(principle.id, telling)) });
    case 'yields':
      return yieldWords(principle, telling);
    case 'unclear':
      return principle.dependsOn.length === 0
        ? say('why.unclear')
        : say('why.unclear-until', { question: telling.question(principle.dependsOn[0] ?? '') });
    case 'served': {
      const reason =
        withReason || prevails(principle.id, telling) ? reasonOf(principle.id, telling) : undefined;
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
  return rule && { because: rule.because, source: sourceWords(rule.source, telling) };
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

/** In one sentence: which principle yields to which, or that some collide; nothing where neither happens. */
export function tensionWords(telling: Telling): string | undefined {
  const { report, say, list, principle } = telling;
  const colliding = report.principles
    .filter(({ status }) => status === 'in-conflict')
    .map(({ name }) => name);
  if (colliding.length > 1) return say('tension.conflict', { principles: list(colliding) });
  const yielding = report.principles.filter(({ status }) => status === 'yields');
  if (yielding.length === 0) return undefined;
  const to = [...new Set(yielding.flatMap((one) => one.to.map((entry) => principle(entry.principle))))];
  return say('tension.yields', { yielding: list(yielding.map(({ name }) => name)), to: list(to) });
}
