import type { Node } from '../engine/diagram.ts';
import type { ComponentOutcome } from '../engine/outcome.ts';
import { outcomeOf } from '../engine/survey.ts';
import type { ActionId } from '../model/ids.ts';
import type { Whole } from './whole.ts';

/**
 * The verdicts of an action of the second round whatever the first round leaves: more than are possible, never fewer, so
 * that what holds of them holds. Undefined: too large, or no action of the second round.
 */
export function widestVerdicts(action: ActionId, { compiled, findings }: Whole): Node | undefined {
  const component = compiled.componentOf.get(action);
  const { space } = findings;
  const { diagrams, below } = space;
  if (component?.round !== 2) return undefined;
  return diagrams.within(() => {
    const words = space.map(
      outcomeOf(component, space),
      (outcome: ComponentOutcome) => outcome.outcomes.get(action)?.verdict ?? 'silent',
    );
    const asked = new Set(diagrams.support(words).filter((level) => level >= below));
    const union = (nodes: readonly Node[]) => {
      const all = nodes.flatMap((node) => String(diagrams.valueOf(node)).split(' '));
      return diagrams.end([...new Set(all)].sort().join(' '));
    };
    return space.possible(diagrams.project(words, asked, union));
  });
}
