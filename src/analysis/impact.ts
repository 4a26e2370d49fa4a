import { assess, type CompiledPack } from '../engine/assess.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Dilemma } from '../model/case-file.ts';
import type { ActionId } from '../model/ids.ts';
import type { Impact } from '../model/impact.ts';
import type { WhatIf } from '../model/what-if.ts';
import { knownTo } from './diff/known-to.ts';
import { whatChanges } from './what-if.ts';

/**
 * Weighs one dilemma of the past by two packs and tells what is decided otherwise.
 *
 * @param dilemma as the first pack read it; what the second does not know is left out, and said so
 */
export function impactOn(dilemma: Dilemma, first: CompiledPack, second: CompiledPack): Impact {
  const other = knownTo(second.pack, dilemma);
  const before = assess(first, dilemma, { changes: false });
  const after = assess(second, other, { changes: false });
  const refusedBefore = before.contradiction.length > 0;
  const changes = refusedBefore ? NOTHING : withGone(before, after);
  return {
    changed: isChange(changes),
    headline: { before: before.headline, after: after.headline },
    changes,
    departs: refusedBefore ? [] : newlyUnmet(before, after),
    leftOut: [...dilemma.facts.keys()].filter((fact) => !other.facts.has(fact)),
    refusedBefore,
  };
}

/** What was decided against what is a duty now and was none then. */
function newlyUnmet(before: Assessment, after: Assessment): ActionId[] {
  const unmet = ({ actions }: Assessment): ActionId[] =>
    actions.filter((action) => action.unmet).map(({ id }) => id);
  const then = new Set(unmet(before));
  return unmet(after).filter((id) => !then.has(id));
}

const NOTHING: WhatIf = { contradiction: [], actions: [], steps: [], safeguards: [] };

function isChange({ contradiction, actions, steps, safeguards }: WhatIf): boolean {
  return contradiction.length + actions.length + steps.length + safeguards.length > 0;
}

/** What changes, with the actions that the second pack no longer has: it is silent on them. */
function withGone(before: Assessment, after: Assessment): WhatIf {
  const changes = whatChanges(before, after);
  if (changes.contradiction.length > 0) return changes;
  const kept = new Set(after.actions.map(({ id }) => id));
  const gone = before.actions
    .filter(({ id, verdict }) => !kept.has(id) && verdict !== 'silent')
    .map(({ id, verdict }) => ({ id, before: verdict, after: 'silent' as const }));
  return { ...changes, actions: [...changes.actions, ...gone] };
}
