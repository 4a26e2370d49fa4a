import type { Node } from '../engine/diagram.ts';
import type { Finding } from '../model/finding.ts';
import type { ActionId, FactId } from '../model/ids.ts';
import type { Property } from '../model/pack.ts';
import { movesAt, verdictNode, type Whole, witnessOf } from './whole.ts';

/** The verdicts that are duties, of some with a space between. */
export function dutiesOf(words: string): string {
  return words
    .split(' ')
    .filter((word) => word === 'must' || word === 'must-not')
    .join(' ');
}

/**
 * The same verdicts whatever a fact is, wherever two of its answers are possible; or the same duties, where advice may
 * change. Undefined: proved.
 */
export function checkUnmoved(property: Property, whole: Whole): Finding | undefined {
  const { unmovedBy, noDutyMovedBy, on, id, place } = property;
  const fact = (unmovedBy ?? noDutyMovedBy) as FactId;
  const actions = [...whole.pack.actions.keys()].filter((one) => on?.includes(one) ?? true);
  for (const action of actions.filter((one) => bearsOn(fact, one, whole))) {
    const node = verdictNode(action, whole);
    const moves = node === undefined ? undefined : movesAt(looked(node), fact, whole);
    if (moves === undefined) return { kind: 'not-proved', about: [id], place };
    const witness = witnessOf(moves, (value) => value !== '', whole);
    if (witness) return { kind: 'property-fails', about: [id, action], place, witness };
  }
  return undefined;

  function looked(node: Node): Node {
    return unmovedBy === undefined ? whole.findings.space.map(node, dutiesOf) : node;
  }
}

/** Whether a question can bear on an action at all. */
function bearsOn(fact: FactId, action: ActionId, { compiled, findings }: Whole): boolean {
  const component = compiled.componentOf.get(action);
  const survey = component && (findings.first.get(component) ?? findings.second.get(component));
  return survey?.questions().includes(fact) ?? false;
}
