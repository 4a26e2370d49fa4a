import { FINDING_KINDS, type Finding, type PackCheck } from '../model/finding.ts';
import type { PackId } from '../model/ids.ts';
import type { Pack, Property } from '../model/pack.ts';
import { clashingPriorities, rulesThatNeverApply, undeclaredDilemmas } from './check-dilemmas.ts';
import { firesUnasked } from './check-negations.ts';
import { checkOverlay } from './check-overlay.ts';
import { checkProperty } from './check-properties.ts';
import { idleQuestions } from './check-questions.ts';
import { drawnRules, liftingPriorities } from './check-ranks.ts';
import { nothingRecommended } from './check-topics.ts';
import { twinQuestions } from './check-twins.ts';
import { largeComponents } from './prove/second.ts';
import { replayed } from './replay.ts';
import { type Budget, type Whole, wholeOf } from './whole.ts';

export interface CheckOptions extends Budget {
  /** The packs that this one is laid over and that its properties compare it with. */
  readonly below?: ReadonlyMap<PackId, Pack>;
}

/**
 * Proves over all dilemmas, or refutes with the simplest one: the pack's own properties; dilemmas that nobody
 * declared; priorities that clash; topics for which nothing is recommended; rules, questions and answers that change
 * nothing. What grows too large is told as not proved, never as proved.
 *
 */
export function checkPack(pack: Pack, options: CheckOptions = {}): PackCheck {
  const { most, below } = options;
  const whole = wholeOf(pack, options);
  const proved = (property: Property) =>
    property.nowhereWeakerThan === undefined
      ? checkProperty(property, whole)
      : checkOverlay(property, pack, { below: below?.get(property.nowhereWeakerThan), most });
  const properties = [...pack.properties.values()].map((property) => ({ property, found: proved(property) }));
  const findings = [
    ...properties.flatMap(({ found }) => found ?? []),
    ...undeclaredDilemmas(whole),
    ...clashingPriorities(whole),
    ...nothingRecommended(whole),
    ...rulesThatNeverApply(whole),
    ...idleQuestions(whole),
    ...twinQuestions(whole),
    ...firesUnasked(whole),
    ...liftingPriorities(whole),
    ...drawnRules(whole),
    ...unsurveyed(whole),
  ];
  return {
    findings: findings
      .map((finding) => replayed(finding, whole))
      .sort((first, second) => order(first) - order(second)),
    proved: properties.filter(({ found }) => !found).map(({ property }) => property.id),
    looked: {
      rules: pack.rules.size,
      questions: pack.facts.size,
      actions: pack.actions.size,
      properties: pack.properties.size,
    },
  };
}

function order({ kind }: Finding): number {
  return FINDING_KINDS.indexOf(kind);
}

/** Components whose function grew too large, also by what it asks of the first round: nothing was proved of their actions. */
function unsurveyed(whole: Whole): Finding[] {
  const first = [...whole.findings.first.values()].filter(({ outcome }) => outcome === undefined);
  const second = largeComponents(whole).filter(({ own }) => own === undefined);
  return [...first, ...second].map(({ component }) => ({
    kind: 'not-proved',
    about: component.actions.map(({ id }) => id),
  }));
}
