import type { ActionAssessment, Assessment } from '../model/assessment.ts';
import type { Rule } from '../model/pack.ts';
import type { ReportAction, ReportRule } from '../model/report.ts';
import { actionWords, distinct, type Naming, sourceOf, wordsOf } from './naming.ts';
import { notApplyingTo } from './why-not.ts';

const FOR: readonly string[] = ['must', 'should', 'may'];
const AGAINST: readonly string[] = ['must-not', 'should-not'];

/**
 * The actions that a reader is told of: what the pack says something about, what the worker has in mind, and those that
 * are asked about by name.
 */
export function actionsTold(assessment: Assessment, also: readonly string[], naming: Naming): ReportAction[] {
  const listed = assessment.actions.filter((action) => isTold(action) || also.includes(action.id));
  const folds = foldsAmong(listed, assessment, naming);
  return listed.map((action) =>
    reportAction(action, { foldedInto: folds.get(action) ?? null, assessment }, naming),
  );
}

function isTold(action: ActionAssessment): boolean {
  return action.verdict !== 'silent' || action.considering || action.decided !== undefined;
}

interface Setting {
  readonly foldedInto: string | null;
  readonly assessment: Assessment;
}

function reportAction(
  action: ActionAssessment,
  { foldedInto, assessment }: Setting,
  naming: Naming,
): ReportAction {
  const piece = naming.pack.actions.get(action.id);
  const rules = action.rules.flatMap((rule) => reportRule(rule, naming));
  const reasons = reasonsFor(action, rules);
  return {
    id: action.id,
    text: actionWords(action.id, naming),
    kind: piece?.kind ?? '',
    phase: piece?.phase ?? '',
    about: piece?.about ?? [],
    verdict: action.verdict,
    through: action.through,
    grade: action.grade,
    possible: action.verdict === 'depends' ? distinct(action.possible.map(({ verdict }) => verdict)) : [],
    exact: action.exact,
    dependsOn: action.dependsOn,
    notTogetherWith: action.notTogetherWith,
    contestedWith: action.contestedWith,
    considering: action.considering,
    decided: action.decided ?? null,
    unmet: action.unmet,
    because: distinct(reasons.map(({ because }) => because)),
    sources: distinct(reasons.map(({ source }) => source.id)),
    rules,
    help: piece?.help ? wordsOf(piece.help, naming) : null,
    foldedInto,
    round: action.round,
    after: piece?.after ?? [],
    notApplying: notApplyingTo(action, assessment, naming),
  };
}

function reportRule(assessed: ActionAssessment['rules'][number], naming: Naming): ReportRule[] {
  const rule = naming.pack.rules.get(assessed.id);
  if (!rule) return [];
  return [
    {
      id: rule.id,
      verdict: rule.modality,
      principle: rule.principle,
      because: wordsOf(rule.because, naming),
      source: sourceOf(rule.source, naming),
      facts: assessed.facts,
      standing: assessed.standing,
      possible: assessed.possible,
      setAsideBy: assessed.setAsideBy,
      group: rule.group ?? null,
    },
  ];
}

/** The rules that carry the verdict: those that stand on its side; where it depends, all that may apply. */
function reasonsFor(action: ActionAssessment, rules: readonly ReportRule[]): readonly ReportRule[] {
  if (action.verdict === 'depends') return rules.filter(({ standing, possible }) => standing || possible);
  const standing = rules.filter((rule) => rule.standing);
  if (FOR.includes(action.verdict)) return standing.filter(({ verdict }) => FOR.includes(verdict));
  if (AGAINST.includes(action.verdict)) return standing.filter(({ verdict }) => AGAINST.includes(verdict));
  return standing;
}

/**
 * Finds what is told in the one line of a group: several actions with one verdict, each by rules of that group alone,
 * none about a topic that is part of this, considered, decided or in a dilemma.
 */
function foldsAmong(
  listed: readonly ActionAssessment[],
  assessment: Assessment,
  naming: Naming,
): ReadonlyMap<ActionAssessment, string> {
  const marked = new Set(assessment.topics.filter(({ state }) => state === 'marked').map(({ id }) => id));
  const byLine = new Map<string, { group: string; actions: ActionAssessment[] }>();
  for (const action of listed) {
    const group = groupOf(action, naming);
    const own = naming.pack.actions.get(action.id)?.about.some((topic) => marked.has(topic));
    if (group === undefined || own || action.considering || action.decided || action.verdict === 'contested')
      continue;
    const line = byLine.get(`${group} ${action.verdict}`) ?? { group, actions: [] };
    line.actions.push(action);
    byLine.set(`${group} ${action.verdict}`, line);
  }
  const folds = [...byLine.values()].filter(({ actions }) => actions.length > 1);
  return new Map(folds.flatMap(({ group, actions }) => actions.map((action) => [action, group] as const)));
}

/** The one group whose rules alone bear on the action. */
function groupOf(action: ActionAssessment, { pack }: Naming): string | undefined {
  const rules = action.rules
    .map(({ id }) => pack.rules.get(id))
    .filter((rule): rule is Rule => rule !== undefined);
  const groups = distinct(rules.map(({ group }) => group));
  return groups.length === 1 ? groups[0] : undefined;
}
