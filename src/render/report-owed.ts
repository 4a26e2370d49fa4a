import type { Assessment, StepAssessment } from '../model/assessment.ts';
import type { ContactId } from '../model/ids.ts';
import type { Report, ReportAction, ReportDilemma, ReportStep } from '../model/report.ts';
import { distinct, type Naming, sourceOf, wordsOf } from './naming.ts';

/** Puts the escalation into words: to whom, by when, through which contacts, and what stands in for it. */
export function stepsTold(assessment: Assessment, naming: Naming): ReportStep[] {
  return assessment.escalation.flatMap((step) => stepTold(step, naming));
}

function stepTold(assessed: StepAssessment, naming: Naming): ReportStep[] {
  const { pack } = naming;
  const step = pack.steps.get(assessed.id);
  if (!step) return [];
  const role = pack.roles.get(step.to);
  const contacts = distinct([...step.contacts, ...(role?.contacts ?? [])]);
  return [
    {
      id: step.id,
      to: step.to,
      within: step.within,
      from: step.from,
      text: wordsOf(step.text, naming),
      tell: wordsOf(step.tell, naming),
      withhold: step.withhold ? wordsOf(step.withhold, naming) : null,
      owed: assessed.owed,
      if: assessed.if,
      phase: step.phase,
      because: wordsOf(step.because, naming),
      sources: [step.source.source],
      dependsOn: assessed.dependsOn,
      contacts: contacts.flatMap((id) => contactTold(id, naming)),
      fallback: step.fallback,
      reachable: assessed.reachable,
      insteadOf: assessed.insteadOf,
      prepare: assessed.prepare,
      toText: wordsOf(role?.text, naming),
      fromText: wordsOf(pack.events.get(step.from)?.text, naming),
      fallbackTexts: step.fallback.map((id) => wordsOf(pack.steps.get(id)?.text, naming)),
      source: sourceOf(step.source, naming),
    },
  ];
}

function contactTold(id: ContactId, naming: Naming): ReportStep['contacts'][number][] {
  const contact = naming.pack.contacts.get(id);
  if (!contact) return [];
  return [
    {
      id,
      text: wordsOf(contact.text, naming),
      checked: contact.checked,
      checkAgain: contact.checkAgain,
      reach: contact.reach ?? null,
      note: contact.note ? wordsOf(contact.note, naming) : null,
    },
  ];
}

/** Lays out each dilemma with its ways: what is done, what is left, and the reasons on that side. */
export function dilemmasTold(
  assessment: Assessment,
  actions: readonly ReportAction[],
  naming: Naming,
): ReportDilemma[] {
  return assessment.dilemmas.map(({ id, grade, actions: between, waysOut, more }) => {
    const declared = id === null ? undefined : naming.pack.dilemmas.get(id);
    return {
      id,
      grade,
      actions: between,
      waysOut: waysOut.map((way) => ({
        do: way.do,
        leave: way.leave,
        because: distinct([
          ...way.do.flatMap((action) => reasons(action, ['must', 'should', 'may'], actions)),
          ...way.leave.flatMap((action) => reasons(action, ['must-not', 'should-not'], actions)),
        ]),
      })),
      more,
      because: declared ? wordsOf(declared.because, naming) : null,
      source: declared ? sourceOf(declared.source, naming) : null,
    };
  });
}

function reasons(id: string, verdicts: readonly string[], actions: readonly ReportAction[]): string[] {
  const rules = actions.find((action) => action.id === id)?.rules ?? [];
  return rules
    .filter((rule) => rule.standing && verdicts.includes(rule.verdict))
    .map(({ because }) => because);
}

/** Tells where kinds of sources part ways, with the step that this asks for where nothing settles it. */
export function partingsTold(assessment: Assessment, naming: Naming): Report['partings'] {
  const advice = assessment.escalation
    .map(({ id }) => naming.pack.steps.get(id))
    .find((step) => step?.triggers.some(({ kind }) => kind === 'parting'));
  return assessment.partings.map(({ action, byKind, settledBy }) => {
    const step = settledBy === null ? advice : undefined;
    return {
      action,
      byKind,
      settledBy,
      step: step?.id ?? null,
      stepText: step ? wordsOf(step.text, naming) : null,
    };
  });
}
