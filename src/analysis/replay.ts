import { assess, type CompiledPack } from '../engine/assess.ts';
import { minutesOf } from '../engine/duration.ts';
import { plainly } from '../engine/evaluator.ts';
import { knowledgeOf } from '../engine/known.ts';
import { withAnswer } from '../engine/nearest-change.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Dilemma } from '../model/case-file.ts';
import type { Finding } from '../model/finding.ts';
import type { Pack, Property, Verdict } from '../model/pack.ts';
import { isAct } from './check-topics.ts';
import { dutiesOf } from './check-unmoved.ts';
import type { Then } from './then.ts';
import type { Whole } from './whole.ts';

/** Weighs a witness as the dilemma that it is; where it does not show what is claimed, the finding is not proved. */
export function replayed(finding: Finding, whole: Whole): Finding {
  const { witness } = finding;
  if (!witness || shows(finding, witness, whole)) return finding;
  // What it leaves open does not matter; still, different parts may show it in different completions.
  if (shows(finding, completed(witness, whole.compiled), whole)) return finding;
  const { witness: _, ...rest } = finding;
  return { ...rest, kind: 'not-proved' };
}

/** Whether a dilemma shows what a finding claims of it. */
export function shows(finding: Finding, dilemma: Dilemma, whole: Whole): boolean {
  const { pack } = whole;
  const compiled = plainly(whole.compiled);
  const assessment = assess(compiled, dilemma, { changes: false });
  if (assessment.contradiction.length > 0 || assessment.actions.length === 0) return false;
  const named = finding.about.join(' ');
  switch (finding.kind) {
    case 'undeclared-dilemma':
      return assessment.dilemmas.some(({ id, actions }) => id === null && actions.join(' ') === named);
    case 'priorities-clash':
      return assessment.packFaults.some(({ rules }) => rules.join(' ') === named);
    case 'rule-fires-unasked':
      return assessment.actions.some(({ rules }) => rules.some(({ id }) => id === named));
    case 'nothing-recommended':
      return [...pack.actions.values()]
        .filter(isAct)
        .every(({ id }) => none(assessment, id, ['must', 'should', 'contested']));
    case 'property-fails': {
      const property = pack.properties.get(finding.about[0] ?? '');
      if (!property) return false;
      if (property.unmovedBy || property.noDutyMovedBy) return isMoved(finding, dilemma, whole);
      // An overlay was weighed beside the pack below when it was found.
      if (property.nowhereWeakerThan) return true;
      return isMet(property, assessment) && breaksIn(property, assessment, whole);
    }
    default:
      return false;
  }
}

/** Whether two answers to the fact give the action different verdicts, all else as it is. */
function isMoved(finding: Finding, dilemma: Dilemma, { pack, compiled }: Whole): boolean {
  const plain = plainly(compiled);
  const [property = '', action] = finding.about;
  const { unmovedBy, noDutyMovedBy } = pack.properties.get(property) ?? {};
  const fact = unmovedBy ?? noDutyMovedBy;
  if (!fact) return false;
  const read = (words: string) => (unmovedBy ? words : dutiesOf(words));
  const verdicts = (pack.facts.get(fact)?.answers ?? []).flatMap(({ id }) => {
    const other = assess(plain, withAnswer(dilemma, fact, id), { changes: false });
    const found = other.actions.find((one) => one.id === action);
    return found ? [read([...new Set(found.possible.map(({ verdict }) => verdict))].sort().join(' '))] : [];
  });
  return new Set(verdicts).size > 1;
}

/** Whether the actions that a property names surely have the verdicts under which it asks for something. */
function isMet({ wheneverVerdict = {} }: Property, assessment: Assessment): boolean {
  return Object.entries(wheneverVerdict).every(
    ([action, words]) => !lacks(assessment, action, listed(words)),
  );
}

/** Whether some part of what should follow surely does not, in a dilemma in which the condition holds. */
export function breaksIn(
  property: Pick<Property, 'then'>,
  assessment: Assessment,
  { pack }: Pick<Whole, 'pack'>,
): boolean {
  const then = property.then as Then;
  const verdicts = Object.entries(then.verdict ?? {});
  const refused = Object.entries(then['not-verdict'] ?? {});
  if (verdicts.some(([action, words]) => lacks(assessment, action, listed(words)))) return true;
  if (refused.some(([action, words]) => !none(assessment, action, listed(words)))) return true;
  if (then['escalates-to'] !== undefined && !reaches(then, assessment, pack)) return true;
  if (then.owed !== undefined && !isOwed(assessment, then.owed)) return true;
  const some = then['some-action'];
  if (!some) return false;
  return [...pack.actions.values()]
    .filter(({ kind, phase }) => (some.kind ?? kind) === kind && (some.phase ?? phase) === phase)
    .every(({ id }) => lacks(assessment, id, ['must', 'should']));
}

function reaches(then: Then, { escalation }: Assessment, pack: Pack): boolean {
  const limit = then.within === undefined ? Number.POSITIVE_INFINITY : minutesOf(then.within);
  return escalation.some(({ id, owed, insteadOf }) => {
    const step = pack.steps.get(id);
    if (!step || step.to !== then['escalates-to'] || minutesOf(step.within) > limit) return false;
    return owed === 'yes' && !insteadOf;
  });
}

function isOwed({ actions }: Assessment, action: string): boolean {
  const found = actions.find(({ id }) => id === action);
  return found?.possible.every(({ verdict }) => verdict === 'must' || verdict === 'should') ?? false;
}

/** Whether something possible for the action is outside these verdicts. */
function lacks(assessment: Assessment, action: string, words: readonly Verdict[]): boolean {
  return possibleFor(assessment, action).some((verdict) => !words.includes(verdict));
}

function none(assessment: Assessment, action: string, words: readonly Verdict[]): boolean {
  return possibleFor(assessment, action).every((verdict) => !words.includes(verdict));
}

function possibleFor({ actions }: Assessment, action: string): Verdict[] {
  const found = actions.find(({ id }) => id === action);
  return found ? found.possible.map(({ verdict }) => verdict) : ['silent'];
}

function listed(words: Verdict | readonly Verdict[]): readonly Verdict[] {
  return typeof words === 'string' ? [words] : words;
}

/** A dilemma with every open question answered by its first answer that the constraints allow. */
export function completed(dilemma: Dilemma, compiled: CompiledPack): Dilemma {
  return [...compiled.variables.values()].reduce((full, { id, answers }) => {
    if (knowledgeOf(full, compiled).values.has(id)) return full;
    const next = answers
      .map((answer) => withAnswer(full, id, answer))
      .find((one) => !knowledgeOf(one, compiled).impossible);
    return next ?? full;
  }, dilemma);
}
