import { assess, type CompiledPack, compile } from '../../engine/assess.ts';
import type { Component } from '../../engine/compiled.ts';
import { truth } from '../../engine/condition.ts';
import { knowledgeOf } from '../../engine/known.ts';
import type { ComponentOutcome } from '../../engine/outcome.ts';
import { MOST_STEPS, type Space, spaceOf } from '../../engine/space.ts';
import { surveyOf } from '../../engine/survey.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Dilemma } from '../../model/case-file.ts';
import type { ActionId } from '../../model/ids.ts';
import type { Pack } from '../../model/pack.ts';
import { sliceOf } from '../slice.ts';
import type { Mutant } from './mutants.ts';

/** A dilemma of which somebody expects something. */
export interface Probe {
  readonly name: string;
  readonly dilemma: Dilemma;
  /** Actions that the expectation names: such a probe is asked first. */
  readonly about: ReadonlySet<string>;
  /** Whether what came is not what was expected. */
  readonly notices: (assessment: Assessment, pack: Pack) => boolean;
}

/** A probe that holds of the pack as it is, with its space opened once for all mutants. */
interface Opened {
  readonly probe: Probe;
  readonly space: Space;
}

/** Opens the probes whose expectation the pack fulfils; the others can tell nothing. */
export function openProbes(probes: readonly Probe[], compiled: CompiledPack): Opened[] {
  return probes.flatMap((probe) => {
    const { dilemma, notices } = probe;
    if (notices(assess(compiled, dilemma, { changes: false }), compiled.pack)) return [];
    return [{ probe, space: spaceOf(compiled, knowledgeOf(dilemma, compiled), MOST_STEPS) }];
  });
}

/** The first probe that notices a mutant; undefined where none does. */
export function noticing(
  mutant: Mutant,
  opened: readonly Opened[],
  compiled: CompiledPack,
): Probe | undefined {
  const parts = partsOf(mutant, compiled);
  const touched = opened.filter((one) => mayApply(mutant, one));
  const names = ({ probe }: Opened) => [...mutant.actions].some((id) => probe.about.has(id));
  const order = [...touched.filter(names), ...touched.filter((one) => !names(one))];
  let whole: CompiledPack | undefined;
  return order.find((one) => {
    if (parts?.every((part) => isAlike(part, one.space))) return false;
    whole ??= compile(mutant.apply(compiled.pack));
    const { dilemma, notices } = one.probe;
    return notices(assess(whole, dilemma, { changes: false }), whole.pack);
  })?.probe;
}

/** Whether the mutant can make a difference: a rule that it touches applies, or may. */
function mayApply({ rules, kind }: Mutant, { space }: Opened): boolean {
  const view = { values: space.known.values };
  const { resolve } = space.compiled;
  return rules.some(({ when, unless }) => {
    if (when && truth(resolve(when), view) === false) return false;
    return kind === 'exception' || !unless || truth(resolve(unless), view) !== true;
  });
}

/** A component before and after, compiled alone. */
interface Part {
  readonly before: Component;
  readonly after: Component;
  readonly cut: CompiledPack;
}

/** The components that a mutant touches; undefined where it reaches the second round, which hangs on the first. */
function partsOf(mutant: Mutant, { pack, componentOf }: CompiledPack): Part[] | undefined {
  const components = new Set([...mutant.actions].flatMap((id) => componentOf.get(id) ?? []));
  const parts: Part[] = [];
  for (const before of components) {
    if (before.round === 2) return undefined;
    const actions = new Set<ActionId>(before.actions.map(({ id }) => id));
    // Rules alone: the questions are those of the space in which it is evaluated.
    const slice = { ...sliceOf(mutant.apply(pack), actions), facts: new Map(), constraints: new Map() };
    const cut = compile(slice);
    for (const after of cut.components) parts.push({ before, after, cut });
  }
  return parts;
}

/** Whether a component comes to the same before and after, whatever is still open: then the whole answer does. */
function isAlike({ before, after, cut }: Part, space: Space): boolean {
  const own = surveyOf(before, space);
  const { kernel, evaluate, outcomeBy } = cut;
  const reading = kernel.read(space.known.values);
  const other = surveyOf(after, {
    ...space,
    compiled: { ...space.compiled, kernel, evaluate, outcomeBy },
    reading: () => reading,
  });
  if (own.outcome === undefined || other.outcome === undefined) return false;
  const texts = (outcomes: readonly ComponentOutcome[]) =>
    [...new Set(outcomes.map(textOf))].sort().join('\n');
  return texts(own.outcomes) === texts(other.outcomes);
}

/** All that anything outside a component can tell of what it comes to. */
function textOf({ outcomes, contests, engagement, partings, actions }: ComponentOutcome): string {
  return JSON.stringify([
    [...outcomes],
    contests.map(({ actions: joined, grade, ways, yields }) => [joined, grade, ways.map(yields)]),
    [...engagement.inConflict].sort(),
    [...engagement.applies].sort(),
    engagement.yields.map(({ principle, action, to }) => [principle, action, to]),
    partings,
    actions.map(({ standings }) => [...new Set(standings.map(({ rule }) => rule.rule.source.source))].sort()),
  ]);
}
