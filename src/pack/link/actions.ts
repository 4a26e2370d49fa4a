import { get } from '../../document/node.ts';
import type { ActionId, GroupId, TopicId } from '../../model/ids.ts';
import type { Action, ActionKind, Disclosure, Group, Phase } from '../../model/pack.ts';
import { given, problemAt } from '../problem-at.ts';
import { itemsUnder, need, saysYes, wordOf } from '../read/node.ts';
import { piecesOf, type RawPiece } from '../read/sections.ts';
import { type Linker, referAll, stampOf } from './linker.ts';
import { textOf, textUnder } from './words.ts';

/** Links a group. E415: no action belongs to it. */
export function linkGroup(linker: Linker, raw: RawPiece): Group {
  if (membersOf(linker, raw.id).length === 0) linker.report(problemAt('E415', raw.at, raw.id));
  return { ...stampOf<GroupId>(raw), text: textOf(linker, raw.pack, need(raw.node, 'text')) };
}

/** The actions of a group, in file order. */
export function membersOf(linker: Pick<Linker, 'merged'>, group: string): ActionId[] {
  return [...piecesOf(linker.merged, 'actions').values()]
    .filter(({ node }) => itemsUnder(node, 'groups').some((item) => wordOf(item) === group))
    .map(({ id }) => id as ActionId);
}

/** Links the actions; `excludes` is symmetric in the result, whichever side said it. */
export function linkActions(linker: Linker): ReadonlyMap<ActionId, Action> {
  const written = [...piecesOf(linker.merged, 'actions').values()].map((raw) => linkAction(linker, raw));
  const excluders = new Map<ActionId, ActionId[]>();
  for (const { id, excludes } of written) {
    for (const other of excludes) excluders.set(other, [...(excluders.get(other) ?? []), id]);
  }
  return new Map(
    written.map((action) => {
      const excludes = [...new Set([...action.excludes, ...(excluders.get(action.id) ?? [])])];
      return [action.id, { ...action, excludes }];
    }),
  );
}

function linkAction(linker: Linker, raw: RawPiece): Action {
  const { node, pack } = raw;
  const discloses = get(node, 'discloses');
  return {
    ...stampOf<ActionId>(raw),
    text: textOf(linker, pack, need(node, 'text')),
    ...given('help', textUnder(linker, raw, 'help')),
    kind: wordOf(need(node, 'kind')) as ActionKind,
    phase: wordOf(need(node, 'phase')) as Phase,
    discloses: (discloses ? wordOf(discloses) : 'none') as Disclosure,
    coerces: saysYes(get(node, 'coerces')),
    groups: referAll<GroupId>(linker, 'groups', get(node, 'groups')),
    after: referAll<ActionId>(linker, 'actions', get(node, 'after')),
    about: referAll<TopicId>(linker, 'topics', get(node, 'about')),
    excludes: referAll<ActionId>(linker, 'actions', get(node, 'excludes')),
    entails: referAll<ActionId>(linker, 'actions', get(node, 'entails')),
  };
}
