import type { Assessment, DilemmaAssessment, PackFault, Parting } from '../model/assessment.ts';
import type { Dilemma } from '../model/case-file.ts';
import type { NoteId } from '../model/ids.ts';
import { firstRoundAction, secondRoundAction } from './action-assessment.ts';
import type { CompiledPack } from './compile.ts';
import { truth } from './condition.ts';
import { escalationOf } from './escalation.ts';
import { findOutOf } from './find-out.ts';
import { type Findings, findingsOf } from './findings.ts';
import { headlineOf } from './headline.ts';
import { type Knowledge, knowledgeOf } from './known.ts';
import { meanwhileOf } from './meanwhile.ts';
import { nearestChanges } from './nearest-change.ts';
import { compareStrings, inReadingOrder } from './order.ts';
import type { ComponentOutcome } from './outcome.ts';
import { principleAssessments } from './principle-assessment.ts';
import { safeguardsOn } from './safeguard-assessment.ts';
import { MOST_STEPS, spaceOf } from './space.ts';

export { type CompiledPack, compile } from './compile.ts';

export interface AssessOptions {
  /** Steps that one diagram may take; where it would take more, the answer says `exact: false`. */
  readonly most?: number;
  /** Whether a fact left out counts as not known (a case file) or as not asked yet (a walkthrough under way). */
  readonly leftOut?: 'not-known' | 'not-asked';
  /** Leave out `nearestChange`, which costs more than the rest. */
  readonly changes?: boolean;
}

/**
 * Weighs one dilemma: what the five principles ask, where they collide, which one yields and why, what is owed, and
 * what hangs on what is not known.
 *
 * Never throws on a dilemma that the loader let through, also not on a pack whose priorities run in a circle.
 *
 * @see docs/semantics.md, whose steps are the files of this room
 */
export function assess(compiled: CompiledPack, dilemma: Dilemma, options: AssessOptions = {}): Assessment {
  const knowledge = knowledgeOf(dilemma, compiled);
  const most = options.most ?? MOST_STEPS;
  if (knowledge.impossible) return contradictory(compiled, knowledge);
  const findings = findingsOf(dilemma, spaceOf(compiled, knowledge, most));
  const told = tell(findings);
  const assessAs = (values: Knowledge['values']) =>
    tell(findingsOf(dilemma, spaceOf(compiled, { ...knowledge, values }, most)));
  const conduct = [...compiled.pack.conduct.keys()].sort(compareStrings);
  return {
    headline: headlineOf(told, compiled.pack),
    facts: knowledge.facts,
    contradiction: [],
    topics: knowledge.topics,
    ...told,
    principles: principleAssessments(
      [...findings.first.values()],
      [...findings.second.values()],
      findings.space,
    ),
    meanwhile: meanwhileOf(told, findings, {
      assessAs,
      leftOut: options.leftOut ?? 'not-known',
    }),
    findOut: findOutOf(told.actions, findings),
    nearestChange: options.changes === false ? [] : nearestChanges(told.actions, findings),
    conduct,
    notes: notesIn(findings),
    packFaults: faultsIn(findings),
  };
}

/** What both rounds say, before it is read for principles, precautions and changes. */
function tell(
  findings: Findings,
): Pick<Assessment, 'actions' | 'dilemmas' | 'escalation' | 'safeguards' | 'partings'> {
  const { space, dilemma } = findings;
  const { pack } = space.compiled;
  const actions = space.compiled.components.flatMap((component) => {
    const first = findings.first.get(component);
    const second = findings.second.get(component);
    return component.actions.flatMap((action) => {
      if (first) return [firstRoundAction(action, first, { space, dilemma })];
      return second ? [secondRoundAction(action, second, { space, dilemma })] : [];
    });
  });
  const safeguards = [...findings.second.values()].flatMap((survey) =>
    survey.component.actions.flatMap((action) => safeguardsOn(action, survey, space)),
  );
  return {
    actions: inReadingOrder(actions, { actionOf: ({ id }) => id, actions: pack.actions }),
    dilemmas: dilemmasIn(findings),
    escalation: escalationOf(findings),
    safeguards: inReadingOrder(safeguards, { actionOf: ({ action }) => action, actions: pack.actions }),
    partings: partingsIn(findings),
  };
}

/** The outcomes of each component, all completions and ways out together; none where there were too many. */
function outcomesOf({ first, second }: Findings): (readonly ComponentOutcome[])[] {
  return [
    ...[...first.values()].map(({ outcomes }) => outcomes),
    ...[...second.values()].map(({ cases }) => [
      ...new Set(cases.flatMap(({ ways }) => ways.map(({ outcome }) => outcome))),
    ]),
  ];
}

/** What is found in every one of some outcomes, told as it stands in the first. */
function inAll<T>(
  outcomes: readonly ComponentOutcome[],
  list: (outcome: ComponentOutcome) => readonly T[],
  key: (one: T) => string,
): T[] {
  const [first, ...rest] = outcomes;
  if (!first) return [];
  return list(first).filter((one) =>
    rest.every((outcome) => list(outcome).some((other) => key(other) === key(one))),
  );
}

/** The dilemmas that are there whatever is still to be found out. */
function dilemmasIn(findings: Findings): DilemmaAssessment[] {
  const declared = [...findings.space.compiled.pack.dilemmas.values()];
  const found = outcomesOf(findings).flatMap((outcomes) =>
    inAll(
      outcomes,
      ({ contests }) => contests,
      ({ actions, grade }) => `${grade} ${actions.join(' ')}`,
    ),
  );
  return found
    .map(({ actions, grade, ways, more }) => ({
      id: declared.find((one) => [...one.actions].sort().join(' ') === actions.join(' '))?.id ?? null,
      grade,
      actions,
      waysOut: ways,
      more,
    }))
    .sort((first, second) => compareStrings(first.actions.join(' '), second.actions.join(' ')));
}

function partingsIn(findings: Findings): Parting[] {
  return outcomesOf(findings)
    .flatMap((outcomes) =>
      inAll(
        outcomes,
        ({ partings }) => partings,
        (parting) => JSON.stringify(parting),
      ),
    )
    .sort((first, second) => compareStrings(first.action, second.action));
}

function faultsIn(findings: Findings): PackFault[] {
  const faults = outcomesOf(findings).flatMap((outcomes) => outcomes.flatMap((outcome) => outcome.faults));
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).entries()]
    .sort(([first], [second]) => compareStrings(first, second))
    .map(([, fault]) => fault);
}

/** Notes whose condition holds by what is known. */
function notesIn({ space }: Findings): NoteId[] {
  const view = { values: space.known.values };
  return [...space.compiled.pack.notes.values()]
    .filter(({ when }) => !when || truth(space.compiled.resolve(when), view) === true)
    .map(({ id }) => id)
    .sort(compareStrings);
}

/** Answers that cannot hold together: which ones, and nothing that would rest on them. */
function contradictory({ pack }: CompiledPack, knowledge: Knowledge): Assessment {
  return {
    headline: 'nothing-said',
    facts: knowledge.facts,
    contradiction: knowledge.contradiction,
    topics: knowledge.topics,
    actions: [],
    dilemmas: [],
    principles: [],
    escalation: [],
    safeguards: [],
    meanwhile: { settledFor: [], settledAgainst: [], asIf: { facts: [], actions: [], steps: [] } },
    partings: [],
    findOut: [],
    nearestChange: [],
    conduct: [...pack.conduct.keys()].sort(compareStrings),
    notes: [],
    packFaults: [],
  };
}
