import { type CompiledPack, compile } from '../../engine/assess.ts';
import type { ActionId } from '../../model/ids.ts';
import type { MutantResult, MutationReport } from '../../model/mutation.ts';
import type { Pack, Property } from '../../model/pack.ts';
import { checkProperty, readBy } from '../check-properties.ts';
import { diffPacks } from '../diff/diff-packs.ts';
import { replayed } from '../replay.ts';
import { actionsBehind, sliceOf } from '../slice.ts';
import { wholeOf } from '../whole.ts';
import { type Mutant, mutantsOf, sampleOf } from './mutants.ts';
import { noticing, openProbes, type Probe } from './probe.ts';

export interface MutateOptions {
  /** Tries so many mutants, drawn by the seed; all without it. */
  readonly sample?: { readonly count: number; readonly seed: number };
  /** Steps that one proof may take. */
  readonly most?: number;
  /** Told after each mutant: how many of how many are done. */
  readonly progress?: (done: number, of: number) => void;
}

const MOST_STEPS = 100_000;

/**
 * Changes a pack in one small place after the other and asks who notices: scenarios and cases first, then the pack's
 * properties. What nobody notices is proved to change no verdict, or told with the simplest dilemma that shows it.
 */
export function mutatePack(
  pack: Pack,
  probes: readonly Probe[],
  options: MutateOptions = {},
): MutationReport {
  const { sample, most = MOST_STEPS, progress } = options;
  const compiled = compile(pack);
  const all = mutantsOf(pack);
  const chosen = sample ? sampleOf(all, sample.count, sample.seed) : all;
  const opened = openProbes(probes, compiled);
  const watching = watchersOf(compiled, most);
  const results = chosen.map((mutant, done) => {
    progress?.(done, chosen.length);
    const { kind, piece, principle, place } = mutant;
    const head = { kind, piece, place, ...(principle && { principle }) };
    const by = noticing(mutant, opened, compiled)?.name ?? watching(mutant);
    return { ...head, ...(by === undefined ? unnoticed(mutant, compiled, most) : killed(by)) };
  });
  return {
    of: all.length,
    seed: sample?.seed ?? null,
    probes: opened.length,
    properties: pack.properties.size,
    results,
  };
}

type Fate = Pick<MutantResult, 'fate' | 'by' | 'shows'>;

function killed(by: string): Fate {
  return { fate: 'killed', by, shows: null };
}

/** Proves that a mutant changes no verdict, or finds the simplest dilemma in which it does. */
function unnoticed(mutant: Mutant, compiled: CompiledPack, most: number): Fate {
  const { pack } = compiled;
  const mutated = mutant.apply(pack);
  const near = actionsBehind(mutant.actions, compiled);
  const own = diffPacks(pack, mutated, { most, actions: near }).actions;
  const rest = own.every(({ outcome }) => outcome === 'same')
    ? diffPacks(pack, mutated, { most }).actions
    : own;
  const shown = rest.find(({ outcome }) => outcome === 'differs');
  const [change] = shown?.changes ?? [];
  if (shown && change) {
    const { before, after, first: witness } = change;
    return { fate: 'survived', by: null, shows: { action: shown.action, before, after, witness } };
  }
  const proved = rest.every(({ outcome }) => outcome === 'same');
  return { fate: proved ? 'equivalent' : 'not-proved', by: null, shows: null };
}

/** Gives what tells which property of the pack no longer holds of a mutant. */
function watchersOf(compiled: CompiledPack, most: number): (mutant: Mutant) => string | undefined {
  const { pack } = compiled;
  const holds = (property: Property, mutated: Pack, actions: ReadonlySet<ActionId>) => {
    const whole = wholeOf(sliceOf(mutated, actions), { most });
    const found = checkProperty(property, whole);
    return found && replayed(found, whole).kind;
  };
  const inside = [...pack.properties.values()].filter((one) => one.nowhereWeakerThan === undefined);
  const watched = inside.map((property) => ({
    property,
    read: readBy(property, pack),
  }));
  const known = new Map<string, boolean>();
  /** Whether it can be proved of the pack as it is: what cannot says nothing of a mutant. */
  const proved = (property: Property, actions: ReadonlySet<ActionId>) => {
    const key = [property.id, ...actions].join(' ');
    const seen = known.get(key) ?? holds(property, pack, actions) === undefined;
    known.set(key, seen);
    return seen;
  };
  return (mutant) => {
    const touched = (actions: ReadonlySet<ActionId>) => [...mutant.actions].some((id) => actions.has(id));
    return watched.find(({ property, read }) => {
      // What is said of every action is asked of those that the mutant touches.
      const actions = actionsBehind(read === 'all' ? mutant.actions : read, compiled);
      if (!touched(actions) || !proved(property, actions)) return false;
      return holds(property, mutant.apply(pack), actions) === 'property-fails';
    })?.property.id;
  };
}
