import { get, type Node } from '../../document/node.ts';
import type { ActionId, ContactId, DilemmaId, EventId, RoleId, StepId } from '../../model/ids.ts';
import type {
  Contact,
  Disclosure,
  Event,
  Panel,
  Phase,
  Role,
  Step,
  StepNeeds,
  Trigger,
  Verdict,
} from '../../model/pack.ts';
import { given } from '../problem-at.ts';
import { fieldsOf, itemsOf, itemsUnder, need, saysYes, wordOf } from '../read/node.ts';
import { piecesOf, type RawPiece } from '../read/sections.ts';
import { monthAfter } from './calendar.ts';
import { type ConditionLinker, conditionOf } from './condition.ts';
import { conditionUnder } from './facts.ts';
import { type Linker, refer, referAll, referWord, stampOf } from './linker.ts';
import { citationOf, textOf, textUnder } from './words.ts';

/** Links an event that starts a clock. */
export function linkEvent(linker: Linker, raw: RawPiece): Event {
  return { ...stampOf<EventId>(raw), text: textOf(linker, raw.pack, need(raw.node, 'text')) };
}

/** Links a contact; the month in which to check it again follows from the period of the pack that wrote it. */
export function linkContact(linker: Linker, raw: RawPiece): Contact {
  const { node, pack } = raw;
  const checked = wordOf(need(node, 'checked'));
  const reach = get(node, 'reach');
  const note = textUnder(linker, raw, 'note');
  // A layer that names no period leaves that of the pack below in force.
  const below = linker.merged.chain.slice(linker.merged.chain.indexOf(pack));
  const period = below.find(({ recheckAfter }) => recheckAfter)?.recheckAfter;
  return {
    ...stampOf<ContactId>(raw),
    text: textOf(linker, pack, need(node, 'text')),
    ...given('reach', reach && wordOf(reach)),
    ...given('note', note),
    checked,
    checkAgain: monthAfter(checked, period ?? 'P6M'),
    source: wordOf(need(node, 'source')),
  };
}

/** Links who is told. */
export function linkRole(linker: ConditionLinker, raw: RawPiece): Role {
  return {
    ...stampOf<RoleId>(raw),
    text: textOf(linker, raw.pack, need(raw.node, 'text')),
    ...given('reachableWhen', conditionUnder(linker, raw.node, 'reachable-when')),
    contacts: referAll<ContactId>(linker, 'contacts', get(raw.node, 'contacts')),
  };
}

/** Links what the first screen shows; a pack without a panel shows no number. */
export function linkPanel(linker: ConditionLinker): Panel {
  const raw = piecesOf(linker.merged, 'panel').get('panel');
  if (!raw) return { contacts: [] };
  return {
    ...given('when', conditionUnder(linker, raw.node, 'when')),
    contacts: referAll<ContactId>(linker, 'contacts', get(raw.node, 'contacts')),
  };
}

/** Links a step, or gives `undefined` where who, when or why could not be linked. */
export function linkStep(linker: ConditionLinker, raw: RawPiece): Step | undefined {
  const { node, pack } = raw;
  const to = refer<RoleId>(linker, 'roles', need(node, 'to'));
  const from = refer<EventId>(linker, 'events', need(node, 'from'));
  const source = citationOf(linker, need(node, 'source'));
  const discloses = get(node, 'discloses');
  const needs = get(node, 'needs');
  const linked = {
    ...stampOf<StepId>(raw),
    text: textOf(linker, pack, need(node, 'text')),
    triggers: triggersOf(linker, node),
    phase: wordOf(need(node, 'phase')) as Phase,
    within: wordOf(need(node, 'within')),
    tell: textOf(linker, pack, need(node, 'tell')),
    ...given('withhold', textUnder(linker, raw, 'withhold')),
    discloses: (discloses ? wordOf(discloses) : 'none') as Disclosure,
    coerces: saysYes(get(node, 'coerces')),
    needs: (needs ? wordOf(needs) : 'nothing') as StepNeeds,
    contacts: referAll<ContactId>(linker, 'contacts', get(node, 'contacts')),
    fallback: referAll<StepId>(linker, 'steps', get(node, 'fallback')),
    because: textOf(linker, pack, need(node, 'because')),
  };
  return to && from && source && { ...linked, to, from, source };
}

function triggersOf(linker: ConditionLinker, node: Node): Trigger[] {
  const when = get(node, 'when');
  const condition = when && conditionOf(linker, when);
  const on = get(node, 'on');
  const byVerdict = on
    ? fieldsOf(on).map(({ key, at, node: verdicts }) => onVerdict(linker, { word: key, at }, verdicts))
    : [];
  const dilemmas = itemsUnder(node, 'dilemma').map((item): Trigger | undefined => {
    if (wordOf(item) === 'any') return { kind: 'dilemma', dilemma: 'any' };
    const dilemma = refer<DilemmaId>(linker, 'dilemmas', item);
    return dilemma && { kind: 'dilemma', dilemma };
  });
  const triggers: (Trigger | undefined)[] = [
    condition && { kind: 'when', when: condition },
    ...byVerdict,
    ...dilemmas,
    get(node, 'parting') && { kind: 'parting' },
  ];
  return triggers.filter((trigger) => trigger !== undefined);
}

function onVerdict(
  linker: Linker,
  key: Parameters<typeof referWord>[2],
  verdicts: Node,
): Trigger | undefined {
  const action = referWord<ActionId>(linker, 'actions', key);
  return action && { kind: 'on', action, verdicts: itemsOf(verdicts).map((item) => wordOf(item) as Verdict) };
}
