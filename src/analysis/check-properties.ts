import type { Node } from '../engine/diagram.ts';
import { minutesOf } from '../engine/duration.ts';
import type { SecondCase } from '../engine/second-round.ts';
import { stepFunction } from '../engine/trigger.ts';
import type { Finding } from '../model/finding.ts';
import type { ActionId } from '../model/ids.ts';
import type { Property, Verdict } from '../model/pack.ts';
import { isAmong, verdictNode, type Whole, witnessOf } from './whole.ts';

/** Proves a property over all dilemmas, or refutes it with the simplest one. Undefined: proved. */
export function checkProperty(property: Property, whole: Whole): Finding | undefined {
  const { space } = whole.findings;
  const base = { about: [property.id], place: property.place };
  if (property.unmovedBy !== undefined) return unmoved(property, whole);
  const broken = space.diagrams.within(() => breaks(property, whole));
  if (broken === undefined) return { kind: 'not-proved', ...base };
  if (broken === 'empty') return { kind: 'property-empty', ...base };
  const witness = witnessOf(broken, (value) => value === true, whole);
  return witness && { kind: 'property-fails', ...base, witness };
}

/** Where the condition holds and what should follow does not; undefined where a part is too large. */
function breaks(property: Property, whole: Whole): Node | 'empty' | undefined {
  const { space } = whole.findings;
  const { diagrams, impossible, yes, no } = space;
  const whenever = property.whenever ? space.test(whole.compiled.resolve(property.whenever)) : yes;
  if (space.possible(whenever) === no) return 'empty';
  const kept = thenNodes(property.then as Then, whole);
  if (kept.some((node) => node === undefined)) return undefined;
  return space.possible(
    diagrams.apply([whenever, ...(kept as Node[])], ([holds, ...parts]) => {
      if (parts.includes(impossible)) return impossible;
      return holds === yes && parts.includes(no) ? yes : no;
    }),
  );
}

interface Then {
  readonly verdict?: Readonly<Record<string, Verdict | readonly Verdict[]>>;
  readonly 'not-verdict'?: Readonly<Record<string, Verdict | readonly Verdict[]>>;
  readonly 'escalates-to'?: string;
  readonly within?: string;
  readonly owed?: string;
  readonly 'some-action'?: { readonly kind?: string; readonly phase?: string };
}

/** One yes-or-no function for each thing that should follow. */
function thenNodes(then: Then, whole: Whole): (Node | undefined)[] {
  const nodes: (Node | undefined)[] = [];
  for (const [action, words] of Object.entries(then.verdict ?? {}))
    nodes.push(verdictIs(action, words, { whole, wanted: true }));
  for (const [action, words] of Object.entries(then['not-verdict'] ?? {}))
    nodes.push(verdictIs(action, words, { whole, wanted: false }));
  if (then['escalates-to'] !== undefined) nodes.push(escalates(then['escalates-to'], then.within, whole));
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
  return map(verdictNode(action as ActionId, whole), (value) => isAmong(value, list) === wanted, whole);
}

/** Some step to that role, soon enough, is owed whichever way is decided. */
function escalates(role: string, within: string | undefined, whole: Whole): Node | undefined {
  const limit = within === undefined ? Number.POSITIVE_INFINITY : minutesOf(within);
  const steps = [...whole.pack.steps.values()].filter(
    (step) => step.to === role && minutesOf(step.within) <= limit,
  );
  return any(
    steps.map((step) => map(stepFunction(step, whole.findings), isOwedAlways, whole)),
    whole,
  );
}

function isOwedAlways(value: unknown): boolean {
  const { ways } = JSON.parse(value as string) as { readonly ways: readonly { readonly owed: boolean }[] };
  return ways.every((way) => way.owed);
}

function owed(action: ActionId, whole: Whole): Node | undefined {
  const component = whole.compiled.componentOf.get(action);
  const survey = component && whole.findings.second.get(component);
  if (!survey) return verdictIs(action, ['must', 'should'], { whole, wanted: true });
  return map(
    survey.result,
    (value) =>
      (value as SecondCase).ways.every(({ outcome }) =>
        isAmong(outcome.outcomes.get(action)?.verdict, ['must', 'should']),
      ),
    whole,
  );
}

function someAction({ kind, phase }: { kind?: string; phase?: string }, whole: Whole): Node | undefined {
  const acts = [...whole.pack.actions.values()].filter(
    (action) =>
      (kind === undefined || action.kind === kind) && (phase === undefined || action.phase === phase),
  );
  return any(
    acts.map(({ id }) => verdictIs(id, ['must', 'should'], { whole, wanted: true })),
    whole,
  );
}

/** The same verdicts whatever the fact is. */
function unmoved(property: Property, whole: Whole): Finding | undefined {
  const { space } = whole.findings;
  const fact = property.unmovedBy as NonNullable<Property['unmovedBy']>;
  const base = { about: [property.id], place: property.place };
  for (const action of whole.pack.actions.keys()) {
    const node = verdictNode(action, whole);
    if (node === undefined) return { kind: 'not-proved', ...base };
    const answers = whole.compiled.variables.get(fact)?.answers ?? [];
    const under = answers.map((answer) => space.under(node, fact, answer));
    if (under.every((one) => one === under[0])) continue;
    const differs = space.diagrams.apply(under, (ends) =>
      ends.every((end) => end === ends[0]) ? space.no : space.yes,
    );
    const witness = witnessOf(differs, (value) => value === true, whole);
    return {
      kind: 'property-fails',
      about: [property.id, action],
      place: property.place,
      ...(witness ? { witness } : {}),
    };
  }
  return undefined;
}

function map(
  node: Node | undefined,
  holds: (value: unknown) => boolean,
  { findings }: Whole,
): Node | undefined {
  const { diagrams, impossible, yes, no } = findings.space;
  if (node === undefined) return undefined;
  return diagrams.apply([node], ([end = impossible]) =>
    end === impossible ? end : holds(diagrams.valueOf(end)) ? yes : no,
  );
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
