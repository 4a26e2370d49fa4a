// The page on what timbang means, written once more as formulas over the facts of a random pack, for provers that know
// nothing of rules: small objects `{ kind, of }` that are built once and shared. Nothing here is of the product.

const GRADE = { must: 2, 'must-not': 2, should: 1, 'should-not': 1, may: 0 };
const isAgainst = ({ modality }) => modality.endsWith('not');
const asks = ({ modality }) => modality === 'must' || modality === 'should';

export const all = (of) => ({ kind: 'all', of });
export const any = (of) => ({ kind: 'any', of });
export const not = (one) => ({ kind: 'not', of: [one] });
const fact = (name) => ({ kind: 'fact', name, of: [] });

/** The formulas of a pack: that a condition holds, that a rule applies, that an action has a verdict. */
export function formulasOf({ facts, rules, excludes, priorities }) {
  const facing = new Map(facts.map((name) => [name, fact(name)]));
  const rulesOn = Map.groupBy
    ? Map.groupBy(rules, ({ action }) => action)
    : rules.reduce((map, rule) => map.set(rule.action, [...(map.get(rule.action) ?? []), rule]), new Map());
  const partner = new Map(
    excludes.flatMap(([one, other]) => [
      [one, other],
      [other, one],
    ]),
  );
  const prefers = new Set(priorities.map(([one, other]) => `r${one} r${other}`));
  const once = (work) => {
    const known = new Map();
    return (key) => {
      if (known.get(key) === 'under way') throw new Error(`${key} rests on itself`);
      if (!known.has(key)) {
        known.set(key, 'under way');
        known.set(key, work(key));
      }
      return known.get(key);
    };
  };

  const literal = ({ fact: name, answer }) => (answer === 'yes' ? facing.get(name) : not(facing.get(name)));
  const holds = (condition) => all(condition.map(literal));
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const applies = once((id) => {
    const { when, unless } = byId.get(id);
    return unless.length > 0 ? all([...when.map(literal), not(holds(unless))]) : holds(when);
  });
  const over = (one, other) => {
    if (prefers.has(`${one.id} ${other.id}`)) return true;
    if (prefers.has(`${other.id} ${one.id}`)) return false;
    return GRADE[one.modality] > GRADE[other.modality];
  };
  const stands = once((id) => {
    const rule = byId.get(id);
    const above = rulesOn
      .get(rule.action)
      .filter((other) => isAgainst(other) !== isAgainst(rule) && over(other, rule));
    return all([applies(id), ...above.map((other) => not(stands(other.id)))]);
  });
  const standing = (action, test) =>
    any((rulesOn.get(action) ?? []).filter(test).map(({ id }) => stands(id)));
  const pro = once((action) => standing(action, (rule) => !isAgainst(rule)));
  const contra = once((action) => standing(action, isAgainst));
  const asking = once((action) => all([not(contra(action)), standing(action, asks)]));
  const beats = once((action) => {
    const own = (rulesOn.get(action) ?? []).filter(asks);
    const claims = (rulesOn.get(partner.get(action)) ?? []).filter(asks);
    return all(
      claims.map((claim) =>
        any([not(stands(claim.id)), ...own.filter((one) => over(one, claim)).map(({ id }) => stands(id))]),
      ),
    );
  });
  const wins = once((action) => all([asking(action), beats(action)]));
  const out = once((action) => (partner.has(action) ? wins(partner.get(action)) : any([])));
  const mustNot = (action) => standing(action, ({ modality }) => modality === 'must-not');
  const must = (action) => standing(action, ({ modality }) => modality === 'must');
  const duty = (action) =>
    any([
      mustNot(action),
      partner.has(action) ? all([asking(partner.get(action)), must(partner.get(action))]) : any([]),
    ]);
  const inside = (action, formula) => all([not(out(action)), formula]);
  const verdicts = {
    must: (action) => inside(action, all([wins(action), must(action)])),
    should: (action) => inside(action, all([wins(action), not(must(action))])),
    may: (action) => inside(action, all([pro(action), not(contra(action)), not(standing(action, asks))])),
    contested: (action) =>
      inside(action, any([all([pro(action), contra(action)]), all([asking(action), not(beats(action))])])),
    'must-not': (action) =>
      any([inside(action, all([not(pro(action)), mustNot(action)])), all([out(action), duty(action)])]),
    'should-not': (action) =>
      any([
        inside(action, all([not(pro(action)), contra(action), not(mustNot(action))])),
        all([out(action), not(duty(action))]),
      ]),
    silent: (action) => inside(action, all([not(pro(action)), not(contra(action))])),
  };
  return { holds, applies, verdict: (action, word) => verdicts[word](action) };
}
