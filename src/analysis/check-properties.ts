import type { Node } from '../engine/diagram.ts';
import { minutesOf } from '../engine/duration.ts';
import type { SecondCase } from '../engine/second-round.ts';
import { stepFunction } from '../engine/trigger.ts';
import type { Finding } from '../model/finding.ts';
import type { ActionId } from '../model/ids.ts';
import type { Action, Pack, Property, Step, Trigger, Verdict } from '../model/pack.ts';
import { checkUnmoved } from './check-unmoved.ts';
import { refuted } from './prove/refute.ts';
import type { Then } from './then.ts';
import { isAmong, isNone, verdictNode, type Whole, witnessOf } from './whole.ts';
import { widestVerdicts } from './widest.ts';

/** Proves a property over all dilemmas, or refutes it with the simplest one. Undefined: proved. */
export function checkProperty(property: Property, whole: Whole): Finding | undefined {
  const { space } = whole.findings;
  const base = { about: [property.id], place: property.place };
  if (property.unmovedBy !== undefined || property.noDutyMovedBy !== undefined)
    return checkUnmoved(property, whole);
  const broken = space.diagrams.within(() => breaks(property, whole));
  if (broken === undefined) {
    const found = refuted(property, whole);
    if (found === 'none') return undefined;
    return found ? { kind: 'property-fails', ...base, witness: found } : { kind: 'not-proved', ...base };
  }
  if (broken === 'empty') return { kind: 'property-empty', ...base };
  const witness = witnessOf(broken, (value) => value === true, whole);
  return witness && { kind: 'property-fails', ...base, witness };
}

/** Where the condition holds and what should follow does not; undefined where a part is too large. */
function breaks(property: Property, whole: Whole): Node | 'empty' | undefined {
  const { space } = whole.findings;
  const { diagrams } = space;
  const whenever = conditionOf(property, whole);
  if (whenever === undefined) return undefined;
  if (!diagrams.valuesOf(space.possible(whenever)).includes(true)) return 'empty';
  const kept = thenNodes(property.then as Then, { whenever, whole });
  if (kept.some((node) => node === undefined)) return undefined;
  return brokenAt(whenever, kept as Node[], whole);
}

/** Where a property asks for something: its condition holds, and actions have the verdicts that it names. */
function conditionOf({ whenever, wheneverVerdict }: Property, whole: Whole): Node | undefined {
  const { space } = whole.findings;
  const verdicts = Object.entries(wheneverVerdict ?? {}).map(([action, words]) =>
    verdictIs(action, words, { whole, wanted: true }),
  );
  if (verdicts.includes(undefined)) return undefined;
  const holds = whenever ? [space.test(whole.compiled.resolve(whenever))] : [];
  return space.diagrams.apply([space.yes, ...holds, ...(verdicts as Node[])], (parts) =>
    parts.every((part) => part === space.yes) ? space.yes : space.no,
  );
}

/** Where a condition holds and some part of what should follow does not. */
function brokenAt(whenever: Node, kept: readonly Node[], { findings: { space } }: Whole): Node {
  const { diagrams, impossible, yes, no } = space;
  return space.possible(
    diagrams.apply([whenever, ...kept], ([holds, ...parts]) => {
      if (parts.includes(impossible)) return impossible;
      return holds === yes && parts.includes(no) ? yes : no;
    }),
  );
}

function isBroken(whenever: Node, kept: readonly Node[], whole: Whole): boolean {
  const { space } = whole.findings;
  const node = space.diagrams.within(() => brokenAt(whenever, kept, whole));
  return node === undefined || space.valuesIn(node).includes(true);
}

/** The actions whose verdicts a property reads; `all`: it says something of every action. */
export function readBy(property: Property, pack: Pack): ReadonlySet<ActionId> | 'all' {
  const { unmovedBy, noDutyMovedBy, on, wheneverVerdict } = property;
  if (on !== undefined) return new Set(on);
  if (unmovedBy !== undefined || noDutyMovedBy !== undefined) return 'all';
  const then = property.then as Then;
  const role = then['escalates-to'];
  const triggers =
    role === undefined ? [] : stepsTo(role, then.within, pack).flatMap((step) => step.triggers);
  const some = then['some-action'];
  return new Set([
    ...(Object.keys({ ...wheneverVerdict, ...then.verdict, ...then['not-verdict'] }) as ActionId[]),
    ...(then.owed === undefined ? [] : [then.owed as ActionId]),
    ...triggers.flatMap((trigger) => (trigger.kind === 'on' ? [trigger.action] : [])),
    ...(some ? actsOf(some, pack).map(({ id }) => id) : []),
  ]);
}

/** One yes-or-no function for each thing that should follow. */
function thenNodes(then: Then, { whenever, whole }: { whenever: Node; whole: Whole }): (Node | undefined)[] {
  const nodes: (Node | undefined)[] = [];
  for (const [action, words] of Object.entries(then.verdict ?? {}))
    nodes.push(verdictIs(action, words, { whole, wanted: true }));
  for (const [action, words] of Object.entries(then['not-verdict'] ?? {}))
    nodes.push(verdictIs(action, words, { whole, wanted: false }));
  const role = then['escalates-to'];
  if (role !== undefined) {
    const holding = (owedBy: Node) => !isBroken(whenever, [owedBy], whole);
    nodes.push(escalates(role, { within: then.within, holding }, whole));
  }
  if (then.owed !== undefined) nodes.push(owed(then.owed as ActionId, whole));
  const some = then['some-action'];
  if (some) nodes.push(someAction(some, whole));
  return nodes;
}

function verdictIs(
  action: string,
  words: Verdict | readonly Verdict[],
  { whole, wanted }: { whole: Whole; wanted: boolean },
): Node | undefined {
  const list = typeof words === 'string' ? [words] : words;
  const holds = wanted ? isAmong : isNone;
  const id = action as ActionId;
  // More verdicts than are possible can prove a claim; what they refute is replayed before it is told.
  const node = verdictNode(id, whole) ?? widestVerdicts(id, whole);
  return map(node, (value) => holds(value, list), whole);
}

/**
 * Some step to that role, soon enough, is owed whichever way is decided. What conditions and verdicts bring is looked at
 * first: a dilemma or a parting can only bring more, and costs the most to look at.
 */
function escalates(
  role: string,
  { within, holding }: { within: string | undefined; holding: (owed: Node) => boolean },
  whole: Whole,
): Node | undefined {
  const steps = stepsTo(role, within, whole.pack);
  const [first] = steps;
  if (!first) return whole.findings.space.no;
  // One way out may bring one step and another way another: what brings any of them is looked at as one.
  const triggers = steps.flatMap((step) => step.triggers);
  const plain = triggers.filter(isPlain);
  const owedBy = (some: readonly Trigger[]) =>
    map(stepFunction({ ...first, triggers: some }, whole.findings), isOwedAlways, whole);
  const surely = owedBy(plain);
  if (plain.length === triggers.length || (surely !== undefined && holding(surely))) return surely;
  return owedBy(triggers);
}

/** The steps to a role that are due within a time. */
function stepsTo(role: string, within: string | undefined, { steps }: Pack): Step[] {
  const limit = within === undefined ? Number.POSITIVE_INFINITY : minutesOf(within);
  return [...steps.values()].filter((step) => step.to === role && minutesOf(step.within) <= limit);
}

function isPlain({ kind }: Trigger): boolean {
  return kind === 'when' || kind === 'on';
}

function isOwedAlways(value: unknown): boolean {
  const { ways } = JSON.parse(value as string) as { readonly ways: readonly { readonly owed: boolean }[] };
  return ways.every((way) => way.owed);
}

function owed(action: ActionId, whole: Whole): Node | undefined {
  const component = whole.compiled.componentOf.get(action);
  const survey = component && whole.findings.second.get(component);
  if (survey?.result === undefined) return verdictIs(action, ['must', 'should'], { whole, wanted: true });
  return map(
    survey.result,
    (value) =>
      (value as SecondCase).ways.every(({ outcome }) =>
        isAmong(outcome.outcomes.get(action)?.verdict, ['must', 'should']),
      ),
    whole,
  );
}

function someAction(some: { kind?: string; phase?: string }, whole: Whole): Node | undefined {
  return any(
    actsOf(some, whole.pack).map(({ id }) => verdictIs(id, ['must', 'should'], { whole, wanted: true })),
    whole,
  );
}

/** The actions of a kind and a phase, as far as these are named. */
function actsOf({ kind, phase }: { kind?: string; phase?: string }, { actions }: Pack): Action[] {
  return [...actions.values()].filter(
    (action) => (kind ?? action.kind) === action.kind && (phase ?? action.phase) === action.phase,
  );
}

function map(
  node: Node | undefined,
  holds: (value: unknown) => boolean,
  { findings }: Whole,
): Node | undefined {
  return node === undefined ? undefined : findings.space.map(node, holds);
}

function any(nodes: readonly (Node | undefined)[], { findings }: Whole): Node | undefined {
  const { diagrams, impossible, yes, no } = findings.space;
  if (nodes.some((node) => node === undefined)) return undefined;
  return (nodes as Node[]).reduce(
    (left, right) =>
      diagrams.apply([left, right], (parts) =>
        parts.includes(yes) ? yes : parts.every((part) => part === impossible) ? impossible : no,
      ),
    no,
  );
}
