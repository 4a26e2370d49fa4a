import type { CompiledPack } from '../engine/compile.ts';
import type { Component } from '../engine/compiled.ts';
import { actionOf, departuresIn, wantedBy } from '../engine/wanted.ts';
import type { ActionId } from '../model/ids.ts';
import type { Pack, Rule } from '../model/pack.ts';

/** The components of the first round on which one of the second hangs; none behind one of the first. */
export function componentsBehind(component: Component, { components }: CompiledPack): readonly Component[] {
  if (component.round === 1) return [];
  const wanted = wantedBy([component]);
  const actions = new Set(departuresIn(wanted).map(actionOf));
  const yields = ({ principle }: Rule) => wanted.bitOf({ kind: 'yields', principle }) !== 0n;
  return components.filter(
    ({ round, rules, actions: own }) =>
      round === 1 && (rules.some(({ rule }) => yields(rule)) || own.some(({ id }) => actions.has(id))),
  );
}

/** The actions that some actions hang on: those that they exclude, and all behind a second round. */
export function actionsBehind(actions: Iterable<ActionId>, compiled: CompiledPack): Set<ActionId> {
  const components = new Set([...actions].flatMap((id) => compiled.componentOf.get(id) ?? []));
  for (const component of components)
    for (const other of componentsBehind(component, compiled)) components.add(other);
  return new Set([...components].flatMap((component) => component.actions.map(({ id }) => id)));
}

/** A pack with the rules of some actions only: what is asked of these actions, it answers as the whole does. */
export function sliceOf(pack: Pack, actions: ReadonlySet<ActionId>): Pack {
  return {
    ...pack,
    actions: new Map([...pack.actions].filter(([id]) => actions.has(id))),
    rules: new Map([...pack.rules].filter(([, { action }]) => actions.has(action))),
  };
}
