import {
  add,
  DISAGREE,
  inTurn,
  place,
  rank,
  STANDS,
  settleAction,
  THROUGH_GRADE,
  type Work,
} from './settle.ts';

const MUST = place('must');
const SHOULD = place('should');
const MUST_NOT = place('must-not');
const SHOULD_NOT = place('should-not');
const CONTESTED = place('contested');

/** How an action fares against those that it excludes. */
const UNDECIDED = 0;
const WINS = 1;
const OUT = 2;
/** It wins, which the others have not felt yet. */
const FRESH = 3;

/**
 * Steps 2 to 5 for one component of whose rules and priorities all is known, in the arrays of its work. `component.ts`
 * says the same in the words of the page; tests/engine compares them.
 *
 * @returns false where priorities run in a circle or disagree: then only the plain reading tells what holds
 */
export function settleComponent(component: number, work: Work): boolean {
  const { tables, own, verdicts, beaten, out } = work;
  const first = tables.firstAction[component] ?? 0;
  const end = tables.firstAction[component + 1] ?? 0;
  beaten.length = 0;
  out.length = 0;
  for (let action = first; action < end; action += 1) {
    if (!settleAction(action, work)) return false;
    verdicts[action] = own[action] ?? 0;
  }
  if (end - first === 1) return true;
  if (tables.meetsAcross[component] === 1 && !isSound(first, end, work)) return false;
  exclude(first, end, work);
  return true;
}

/** Step 5: until nothing changes, who beats all its rivals wins and puts out what it excludes. */
function exclude(first: number, end: number, work: Work): void {
  const { tables, own, verdicts, out, ends } = work;
  for (let action = first; action < end; action += 1) ends[action] = UNDECIDED;
  for (let more = true; more; ) {
    more = false;
    for (let action = first; action < end; action += 1) {
      if (!wins(action, work)) continue;
      ends[action] = FRESH;
      more = true;
    }
    for (let action = first; action < end; action += 1) {
      if (ends[action] !== FRESH) continue;
      ends[action] = WINS;
      for (const other of tables.excludes[action] ?? []) {
        ends[other] = OUT;
        add(out, other);
        add(out, action);
      }
    }
  }
  for (let action = first; action < end; action += 1)
    if (ends[action] === UNDECIDED && asks(action, work)) verdicts[action] = CONTESTED;
  for (let at = 0; at < out.length; at += 2) {
    const action = out.items[at] ?? 0;
    const duty =
      own[out.items[at + 1] ?? 0] === MUST || verdicts[action] === MUST_NOT || forbids(action, work);
    verdicts[action] = duty ? MUST_NOT : SHOULD_NOT;
  }
}

function asks(action: number, { own }: Work): boolean {
  return own[action] === MUST || own[action] === SHOULD;
}

function wins(action: number, work: Work): boolean {
  const { tables, ends } = work;
  if (!asks(action, work) || ends[action] !== UNDECIDED) return false;
  for (const rival of tables.excludes[action] ?? [])
    if (ends[rival] !== OUT && !beats(action, rival, work)) return false;
  return true;
}

/** Whether each claim of the rival is outranked by one of the action's own. */
function beats(action: number, rival: number, work: Work): boolean {
  const { firstRule } = work.tables;
  for (let claim = firstRule[rival] ?? 0; claim < (firstRule[rival + 1] ?? 0); claim += 1)
    if (isClaim(claim, work) && !outranks(action, claim, work)) return false;
  return true;
}

function outranks(action: number, claim: number, work: Work): boolean {
  const { firstRule } = work.tables;
  for (let own = firstRule[action] ?? 0; own < (firstRule[action + 1] ?? 0); own += 1)
    if (isClaim(own, work) && rank(own, claim, work) >= THROUGH_GRADE) return true;
  return false;
}

/** A rule that stands and asks for its action. */
export function isClaim(rule: number, { tables, states }: Work): boolean {
  return states[rule] === STANDS && tables.asks[rule] === 1;
}

/** Whether a must-not on the action stands. */
function forbids(action: number, { tables, states }: Work): boolean {
  const { firstRule, against, grade } = tables;
  for (let rule = firstRule[action] ?? 0; rule < (firstRule[action + 1] ?? 0); rule += 1)
    if (states[rule] === STANDS && against[rule] === 1 && grade[rule] === 2) return true;
  return false;
}

/** Whether the claims of the component can be told in an order of rank. */
function isSound(first: number, end: number, work: Work): boolean {
  const { tables, states, among } = work;
  among.length = 0;
  for (let rule = tables.firstRule[first] ?? 0; rule < (tables.firstRule[end] ?? 0); rule += 1)
    if (isClaim(rule, work)) add(among, rule);
  for (let at = 0; at < among.length; at += 1) states[among.items[at] ?? 0] = 0;
  return inTurn(work, turnOf);
}

/** A claim stands all the same: what is looked at is whether those above it had their turn. */
function turnOf(claim: number, work: Work): number {
  const { tables, states, among } = work;
  const own = tables.actionOf[claim] ?? 0;
  let waits = false;
  for (let at = 0; at < among.length; at += 1) {
    const other = among.items[at] ?? 0;
    if (!tables.excludes[tables.actionOf[other] ?? 0]?.includes(own)) continue;
    const through = rank(other, claim, work);
    if (through === DISAGREE) return DISAGREE;
    waits ||= through >= THROUGH_GRADE && states[other] === 0;
  }
  return waits ? 0 : STANDS;
}
