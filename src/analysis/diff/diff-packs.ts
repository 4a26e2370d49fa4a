import { assess, type CompiledPack, compile } from '../../engine/assess.ts';
import type { Node } from '../../engine/diagram.ts';
import type { Dilemma } from '../../model/case-file.ts';
import type { ActionId } from '../../model/ids.ts';
import type { Pack, Verdict } from '../../model/pack.ts';
import type { ActionDiff, PackDiff, VerdictChange } from '../../model/pack-diff.ts';
import { completed } from '../replay.ts';
import { witnessOf } from '../whole.ts';
import { apart, changedBehind, type Pair, signature, signsApart } from './alike.ts';
import { type Beside, besideOf, type Words } from './beside.ts';
import { knownTo } from './known-to.ts';
import { sectionDiffs } from './sections.ts';

/** Steps that one comparison may take. */
const MOST_STEPS = 400_000;
/** Changes that are told of one action. */
const MOST_CHANGES = 6;

export interface DiffOptions {
  /** Steps that the comparison of one action may take before it is told as not proved. */
  readonly most?: number;
  /** Compares these actions only. */
  readonly actions?: ReadonlySet<ActionId>;
  /** Changes that are listed of one action; six without it. */
  readonly mostChanges?: number;
  /** Told after each action: how many of how many are done. */
  readonly progress?: (done: number, of: number) => void;
}

/**
 * Compares what two packs say of each action that both have, over all dilemmas that both allow: the same everywhere,
 * or the simplest dilemmas in which they part, each weighed by both packs before it is told.
 */
export function diffPacks(first: Pack, second: Pack, options: DiffOptions = {}): PackDiff {
  const beside = besideOf(first, second, options.most ?? MOST_STEPS);
  const both: Both = {
    beside,
    first: compile(first),
    second: compile(second),
    mostChanges: options.mostChanges ?? MOST_CHANGES,
  };
  const shared = [...first.actions.keys()]
    .filter((id) => second.actions.has(id) && (options.actions?.has(id) ?? true))
    .sort();
  const actions = shared.map((action, done): ActionDiff => {
    options.progress?.(done, shared.length);
    return diffOf(action, both);
  });
  return { sections: sectionDiffs(first, second), actions };
}

interface Both {
  readonly beside: Beside;
  readonly first: CompiledPack;
  readonly second: CompiledPack;
  readonly mostChanges: number;
}

function diffOf(action: ActionId, both: Both): ActionDiff {
  const { beside } = both;
  const [one, other] = [beside.componentOf('first', action), beside.componentOf('second', action)];
  if (!one || !other) return same(action);
  const pair: Pair = { first: one, second: other };
  if (signature(one) === signature(other)) {
    if (one.round === 1) return same(action);
    const signs = changedBehind(pair, beside)?.map((changed) => signsApart(changed, pair, beside));
    if (signs && !signs.includes(undefined)) {
      const moving = (signs as Node[]).filter((node) =>
        beside.space.valuesIn(node).some((text) => text !== ''),
      );
      if (moving.length === 0) return same(action);
      return compared(action, both) ?? guessed(action, moving, both);
    }
  }
  return compared(action, both) ?? guessed(action, [], both);
}

function same(action: ActionId): ActionDiff {
  return { action, outcome: 'same', changes: [], more: false };
}

/** The difference of the two verdicts as functions of all questions; undefined where that grows too large. */
function compared(action: ActionId, both: Both): ActionDiff | undefined {
  const { beside } = both;
  const { space } = beside;
  const [one, other] = [beside.verdict('first', action), beside.verdict('second', action)];
  if (one === undefined || other === undefined) return undefined;
  const node = space.diagrams.within(() => apart(one, other, beside));
  if (node === undefined) return undefined;
  const values = (space.valuesIn(node) as string[]).filter((value) => value !== '');
  if (values.length === 0) return same(action);
  const found = values.map((value) => changeAt(action, { node, value }, both));
  const changes = found.flat().sort((left, right) => sizeOf(left) - sizeOf(right));
  const outcome = changes.length > 0 ? 'differs' : 'not-proved';
  // One that could not be replayed is not told, and that there is one is.
  const more = changes.length > both.mostChanges || found.some(({ length }) => length === 0);
  return { action, outcome, changes: changes.slice(0, both.mostChanges), more };
}

/**
 * Too large to compare as a whole: the simplest dilemmas in which what it hangs on differs are weighed by both packs.
 * One in which the verdicts part is a difference; none is no proof.
 */
function guessed(action: ActionId, moving: readonly Node[], both: Both): ActionDiff {
  const changes = moving.flatMap((node) =>
    (both.beside.space.valuesIn(node) as string[])
      .filter((value) => value !== '')
      .slice(0, MOST_CHANGES)
      .flatMap((value) => changeAt(action, { node, value }, both)),
  );
  const different = [...new Map(changes.map((change) => [wordsOf(change), change])).values()];
  if (different.length === 0) return { action, outcome: 'not-proved', changes: [], more: false };
  return { action, outcome: 'differs', changes: different.slice(0, MOST_CHANGES), more: true };
}

function wordsOf({ before, after }: VerdictChange): string {
  return `${before.join(' ')} > ${after.join(' ')}`;
}

function sizeOf({ first, second }: VerdictChange): number {
  return Math.max(first.facts.size, second.facts.size);
}

/** The simplest dilemma with a value, weighed by both packs; nothing where it does not show a change. */
function changeAt(
  action: ActionId,
  { node, value }: { node: Node; value: string },
  both: Both,
): VerdictChange[] {
  const witness = witnessOf(node, (found) => found === value, both.beside.whole);
  if (!witness) return [];
  const plain = [witness, completed(witness, both.beside.whole.compiled)];
  for (const dilemma of [...plain, ...plain.flatMap((one) => departing(one, value))]) {
    const [first, second] = [knownTo(both.first.pack, dilemma), knownTo(both.second.pack, dilemma)];
    const [before, after] = [wordsIn(first, action, both.first), wordsIn(second, action, both.second)];
    if (before.length > 0 && after.length > 0 && before.join(' ') !== after.join(' '))
      return [{ before, after, first, second, onlyOne: answersOfOne(dilemma, both) }];
  }
  return [];
}

/** A dilemma with each departure decided under which two values differ. */
function departing(dilemma: Dilemma, value: string): Dilemma[] {
  const [one, other] = value.split('\n').map(departuresOf);
  const departures = [...new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])];
  return departures
    .filter((departure) => one?.get(departure) !== other?.get(departure))
    .map((departure) => {
      const decision = departure.startsWith('must:') ? 'do-not' : 'do';
      const action = departure.slice(departure.indexOf(':') + 1) as ActionId;
      return { ...dilemma, decided: new Map([[action, decision]]) };
    });
}

/** The words under each departure of a value; none where it is no value of a verdict. */
function departuresOf(text: string): Map<string, string> {
  if (!text.startsWith('{')) return new Map();
  const { departing: under } = JSON.parse(text) as Words;
  return new Map(under.map(([departure, words]) => [departure, words.join(' ')]));
}

/** The words that a pack leaves for an action, sorted; none where it refuses the dilemma. */
function wordsIn(dilemma: Dilemma, action: ActionId, compiled: CompiledPack): Verdict[] {
  const { actions, contradiction } = assess(compiled, dilemma, { changes: false });
  if (contradiction.length > 0) return [];
  const found = actions.find(({ id }) => id === action);
  return [...new Set(found?.possible.map(({ verdict }) => verdict))].sort();
}

function answersOfOne(dilemma: Dilemma, { first, second }: Both): string[] {
  return [...dilemma.facts].flatMap(([id, given]) =>
    first.pack.facts.has(id) === second.pack.facts.has(id)
      ? []
      : [`${id}=${given.kind === 'answer' ? given.answer : given.kind}`],
  );
}
