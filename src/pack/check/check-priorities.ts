import type { Pack, Priority, Rule } from '../../model/pack.ts';
import { problemAt } from '../problem-at.ts';
import { restsOnPressure } from './check-rules.ts';
import { cyclesIn } from './cycles.ts';
import { canOppose, gradeOf, isDuty, keyOf, levelOf, names, prefers } from './opposition.ts';
import { type Checked, spot, spotRule } from './spot.ts';

/** Two rules that can stand against each other, in one of the two directions. */
type Pair = readonly [Rule, Rule];

/**
 * Checks what priorities say.
 *
 * E405: one prefers what rests on a plea, an order or a threat to a duty. E407: one names an absolute rule as the loser.
 * E409: none of its pairs of rules can stand against each other. E420: outranking goes round whatever the facts.
 * E421: two absolute rules collide whatever the facts.
 */
export function checkPriorities(checked: Checked): void {
  const pairs = pairsOf(checked.pack);
  for (const priority of checked.pack.priorities.values()) checkPriority(checked, priority, pairs);
  checkOutranking(checked, pairs);
}

function pairsOf(pack: Pack): Pair[] {
  const rules = [...pack.rules.values()];
  const onAction = new Map<string, Rule[]>();
  for (const { action } of rules) onAction.set(action, []);
  for (const rule of rules) onAction.get(rule.action)?.push(rule);
  return rules.flatMap((one) => {
    const near = [one.action, ...(pack.actions.get(one.action)?.excludes ?? [])];
    const others = near.flatMap((action) => onAction.get(action) ?? []);
    return others.filter((other) => canOppose(pack, one, other)).map((other): Pair => [one, other]);
  });
}

function checkPriority({ pack, merged, report }: Checked, priority: Priority, pairs: readonly Pair[]): void {
  const { id, prefer, over } = priority;
  const loser =
    over.kind === 'rule' && [...pack.rules.values()].find((rule) => rule.absolute && names(over, rule));
  if (loser) {
    report(
      problemAt('E407', spot(merged, 'priorities', [id, 'over']), {
        saw: loser.name,
        values: { priority: id },
      }),
    );
    return;
  }
  const touched = pairs.filter(([one, other]) => names(prefer, one) && names(over, other));
  if (touched.length === 0) report(problemAt('E409', spot(merged, 'priorities', [id]), id));
  const lifted = touched.find(
    ([one, other]) => isDuty(other) && prefers(priority, one, other) && restsOnPressure(pack, one),
  );
  if (!lifted) return;
  const values = { priority: id, rule: lifted[0].name, over: lifted[1].name };
  report(problemAt('E405', spot(merged, 'priorities', [id, 'prefer']), { saw: lifted[0].name, values }));
}

/** Rules that apply together whatever the facts: those without a condition, and with them those of one condition. */
function checkOutranking(checked: Checked, pairs: readonly Pair[]): void {
  const told = new Set<string>();
  for (const key of new Set(pairs.flat().map(conditionKey))) {
    const together = pairs.filter((pair) =>
      pair.every((rule) => conditionKey(rule) === '' || conditionKey(rule) === key),
    );
    reportOutranking(checked, { pairs: together, key, told });
  }
}

function conditionKey({ when, unless }: Rule): string {
  return when || unless ? `${keyOf(when)} unless ${keyOf(unless)}` : '';
}

interface Together {
  readonly pairs: readonly Pair[];
  readonly key: string;
  /** Circles that were reported for another condition. */
  readonly told: Set<string>;
}

function reportOutranking({ pack, merged, report }: Checked, { pairs, key, told }: Together): void {
  const next = new Map<string, string[]>();
  for (const [one, other] of pairs) {
    if (one.absolute && other.absolute && one.id < other.id && once(told, [one.id, other.id])) {
      report(
        problemAt('E421', spotRule(merged, [one.name]), { saw: one.name, values: { other: other.name } }),
      );
    }
    if (outranks(pack, [one, other], key)) next.set(one.id, [...(next.get(one.id) ?? []), other.id]);
  }
  for (const cycle of cyclesIn(next)) {
    if (!once(told, cycle)) continue;
    const priority = priorityIn(pack, cycle);
    const [first = ''] = cycle;
    const place = priority
      ? spot(merged, 'priorities', [priority.id])
      : spotRule(merged, [first.split('/')[0] ?? first]);
    report(
      problemAt('E420', place, {
        saw: priority?.id ?? first,
        values: { cycle: [...cycle, first].join(' > ') },
      }),
    );
  }
}

function once(told: Set<string>, rules: readonly string[]): boolean {
  const mark = [...rules].sort().join(' ');
  return !told.has(mark) && told.add(mark) !== undefined;
}

/** The first priority, in file order, that makes a step of a circle: without one there is no circle. */
function priorityIn(pack: Pack, cycle: readonly string[]): Priority | undefined {
  const rules = cycle
    .map((id) => [...pack.rules.values()].find((rule) => rule.id === id))
    .filter((rule) => rule !== undefined);
  return [...pack.priorities.values()].find((priority) =>
    rules.some((one, index) => {
      const other = rules[(index + 1) % rules.length];
      return other && prefers(priority, one, other);
    }),
  );
}

/**
 * Whether one rule outranks another whenever the condition of `key` holds. Where the priorities that decide hold only
 * under some other condition nothing is said: that is for the proofs of `rules check`.
 */
function outranks(pack: Pack, [one, other]: Pair, key: string): boolean {
  if (one.absolute !== other.absolute) return one.absolute;
  const about = [...pack.priorities.values()].filter(
    (priority) => prefers(priority, one, other) || prefers(priority, other, one),
  );
  if (about.length === 0) return gradeOf(one) > gradeOf(other);
  const level = Math.max(...about.map(levelOf));
  const deciding = about.filter((priority) => levelOf(priority) === level);
  const holds = deciding.every(({ when }) => !when || key.startsWith(`${keyOf(when)} unless `));
  return holds && deciding.some((priority) => prefers(priority, one, other));
}
