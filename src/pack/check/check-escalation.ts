import { get } from '../../document/node.ts';
import type { Pack, Step } from '../../model/pack.ts';
import { problemAt } from '../problem-at.ts';
import { topOf } from '../read/sections.ts';
import { type Checked, spot } from './spot.ts';

/**
 * Checks that nobody is left alone.
 *
 * E411: a chain of fallbacks ends in a step that needs phone or network, or in somebody who may be out of reach.
 * E412: no step is there for every dilemma without telling outsiders.
 */
export function checkEscalation({ pack, merged, report }: Checked): void {
  for (const step of pack.steps.values()) {
    if (step.fallback.length > 0 || alwaysPossible(pack, step)) continue;
    const key = step.needs === 'nothing' ? 'to' : 'needs';
    report(problemAt('E411', spot(merged, 'steps', [step.id, key]), step.id));
  }
  const forDilemmas = [...pack.steps.values()].some(
    ({ triggers, discloses }) =>
      discloses !== 'outside' &&
      triggers.some((trigger) => trigger.kind === 'dilemma' && trigger.dilemma === 'any'),
  );
  if (forDilemmas) return;
  const { node, id } = topOf(merged);
  report(problemAt('E412', (get(node, 'id') ?? node).place, id));
}

function alwaysPossible(pack: Pack, step: Step): boolean {
  return step.needs === 'nothing' && !pack.roles.get(step.to)?.reachableWhen;
}
