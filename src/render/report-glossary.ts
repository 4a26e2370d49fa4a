import type { Assessment, QuestionId } from '../model/assessment.ts';
import type { ActionId, GroupId, PriorityId } from '../model/ids.ts';
import type { Citation, Pack } from '../model/pack.ts';
import type { Report, ReportAction } from '../model/report.ts';
import { actionWords, distinct, type Naming, questionOf, sourceOf, wordsOf } from './naming.ts';

type Glossary = Pick<Report, 'questions' | 'priorities' | 'mentioned' | 'groups' | 'sources'>;

/** Collects in words whatever the rest of a report names by its id alone. */
export function glossaryOf(
  assessment: Assessment,
  actions: readonly ReportAction[],
  naming: Naming,
): Glossary {
  const { pack } = naming;
  const listed = new Set<string>(actions.map(({ id }) => id));
  const priorities = prioritiesNamed(assessment);
  return {
    questions: questionsNamed(assessment, actions).map((id) => questionOf(id, naming)),
    priorities: priorities.flatMap((id) => {
      const priority = pack.priorities.get(id);
      return priority
        ? [{ id, because: wordsOf(priority.because, naming), source: sourceOf(priority.source, naming) }]
        : [];
    }),
    mentioned: actionsNamed(assessment, pack)
      .filter((id) => !listed.has(id))
      .map((id) => ({ id, text: actionWords(id, naming) })),
    groups: distinct(actions.flatMap(({ foldedInto }) => foldedInto ?? [])).map((id) => ({
      id,
      text: wordsOf(pack.groups.get(id as GroupId)?.text, naming),
    })),
    sources: sourcesCited(citationsOf(assessment, priorities, { actions, pack }), naming),
  };
}

function questionsNamed(assessment: Assessment, actions: readonly ReportAction[]): QuestionId[] {
  const { asIf } = assessment.meanwhile;
  return distinct([
    ...assessment.contradiction,
    ...assessment.actions.flatMap(({ dependsOn }) => dependsOn),
    ...actions.flatMap(({ rules }) => rules.flatMap(({ facts }) => facts as readonly QuestionId[])),
    ...assessment.principles.flatMap(({ dependsOn }) => dependsOn),
    ...assessment.escalation.flatMap(({ dependsOn }) => dependsOn),
    ...assessment.safeguards.flatMap(({ dependsOn }) => dependsOn),
    ...asIf.facts.map(({ fact }) => fact),
    ...asIf.actions.flatMap(({ askFirst }) => askFirst),
    ...asIf.steps.flatMap(({ askFirst }) => askFirst),
    ...assessment.findOut.map(({ question }) => question),
    ...assessment.nearestChange.flatMap(({ set }) => Object.keys(set) as QuestionId[]),
  ]).sort();
}

function prioritiesNamed(assessment: Assessment): PriorityId[] {
  const through = [
    ...assessment.actions.flatMap(({ rules }) => rules.flatMap(({ setAsideBy }) => setAsideBy)),
    ...assessment.principles.flatMap(({ to }) => to),
  ].map((entry) => entry.through);
  return distinct([
    ...through.flatMap((one) => (typeof one === 'object' ? [one.priority] : [])),
    ...assessment.partings.flatMap(({ settledBy }) => settledBy ?? []),
    ...assessment.packFaults.flatMap(({ priorities }) => priorities),
  ]).sort();
}

function actionsNamed(assessment: Assessment, pack: Pack): ActionId[] {
  const { settledFor, settledAgainst, asIf } = assessment.meanwhile;
  const rulesNamed = assessment.actions.flatMap(({ rules }) => rules.flatMap(({ setAsideBy }) => setAsideBy));
  return distinct([
    ...assessment.actions.flatMap(({ notTogetherWith, contestedWith }) => [
      ...notTogetherWith,
      ...contestedWith,
    ]),
    ...rulesNamed.flatMap(({ rule }) => pack.rules.get(rule)?.action ?? []),
    ...assessment.dilemmas.flatMap(({ actions }) => actions),
    ...assessment.principles.flatMap(({ to }) => to.map(({ action }) => action)),
    ...assessment.safeguards.map(({ action }) => action),
    ...settledFor,
    ...settledAgainst,
    ...asIf.actions.map(({ id }) => id),
    ...assessment.partings.map(({ action }) => action),
    ...assessment.findOut.flatMap(({ changes }) =>
      changes.flatMap(({ verdicts }) => Object.keys(verdicts) as ActionId[]),
    ),
    ...assessment.nearestChange.map(({ action }) => action),
  ]).sort();
}

interface Told {
  readonly actions: readonly ReportAction[];
  readonly pack: Pack;
}

function citationsOf(
  assessment: Assessment,
  priorities: readonly PriorityId[],
  { actions, pack }: Told,
): Citation[] {
  const told = new Set<string>(actions.map(({ id }) => id));
  const rules = assessment.actions.filter(({ id }) => told.has(id)).flatMap((action) => action.rules);
  return [
    ...rules.flatMap(({ id }) => pack.rules.get(id)?.source ?? []),
    ...assessment.escalation.flatMap(({ id }) => pack.steps.get(id)?.source ?? []),
    ...priorities.flatMap((id) => pack.priorities.get(id)?.source ?? []),
    ...assessment.dilemmas.flatMap(({ id }) => (id === null ? [] : (pack.dilemmas.get(id)?.source ?? []))),
    ...assessment.notes.flatMap((id) => pack.notes.get(id)?.sources ?? []),
    ...assessment.conduct.flatMap((id) => pack.conduct.get(id)?.sources ?? []),
    ...assessment.meanwhile.asIf.facts.flatMap(
      ({ fact }) => pack.facts.get(fact)?.whileUnknown?.source ?? [],
    ),
  ];
}

/** Each source once, by kind in the order law, code, policy, ethics, then id, with the places cited. */
function sourcesCited(citations: readonly Citation[], naming: Naming): Report['sources'] {
  const order = ['law', 'code', 'policy', 'ethics'];
  const cited = distinct(citations.map(({ source }) => source)).sort();
  const told = cited.flatMap((id) => {
    const source = naming.pack.sources.get(id);
    if (!source) return [];
    const places = citations.filter((citation) => citation.source === id && citation.place !== undefined);
    return [
      {
        ...{ id, kind: source.kind, title: wordsOf(source.title, naming) },
        edition: source.edition ?? null,
        where: source.where ?? null,
        checked: source.checked,
        places: distinct(places.map((citation) => sourceOf(citation, naming).place ?? '')).sort(),
      },
    ];
  });
  return told.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
