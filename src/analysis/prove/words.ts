import type { Node } from '../../engine/diagram.ts';
import type { ComponentOutcome } from '../../engine/outcome.ts';
import { outcomeOf } from '../../engine/survey.ts';
import type { ActionId } from '../../model/ids.ts';
import type { Verdict } from '../../model/pack.ts';
import type { Whole } from '../whole.ts';

/**
 * Where the verdict on an action is among some, as a yes-or-no function; in the second round also of what it asks of the
 * first, so under one way out. Undefined: too large.
 */
export function wordNode(
  action: ActionId,
  accept: (verdict: Verdict) => boolean,
  { compiled, findings }: Whole,
): Node | undefined {
  const { space, first } = findings;
  const component = compiled.componentOf.get(action);
  if (!component) return accept('silent') ? space.yes : space.no;
  return space.diagrams.within(() => {
    const outcome = component.round === 1 ? first.get(component)?.outcome : outcomeOf(component, space);
    if (outcome === undefined) return undefined;
    return space.map(outcome, (value: ComponentOutcome) =>
      accept(value.outcomes.get(action)?.verdict ?? 'silent'),
    );
  });
}
