// A decision with its explanation as ids, out of which rules apply: the steps after the conditions, which are the same
// code for every engine and counted in the time of each. It is the product's own: the kernel that every `assess` uses.

/** What is decided of all actions: the verdicts, the rules that stand, and of each defeated one what beat it. */
export function explainerOf({ components, kernel }, verdicts) {
  const priorities = new Map(
    components.flatMap((component) => component.priorities.map(({ at, priority }) => [at, priority.id])),
  );
  const actions = components.flatMap((component) => component.actions.map(({ id }) => id));
  const { work } = kernel;
  const ids = work.tables.rules.map(({ rule }) => rule.id);
  return (reading) => {
    const told = {
      actions,
      verdicts: Array.from({ length: actions.length }),
      standing: [],
      defeated: [],
      out: [],
    };
    for (let at = 0; at < components.length; at += 1) {
      if (!kernel.settle(at, reading)) throw new Error('a pack without a circle of priorities has one');
      const { states, tables, beaten, out } = work;
      const first = tables.firstAction[at];
      const end = tables.firstAction[at + 1];
      for (let action = first; action < end; action += 1)
        told.verdicts[action] = verdicts[work.verdicts[action]];
      const last = tables.firstRule[end];
      for (let rule = tables.firstRule[first]; rule < last; rule += 1)
        if (states[rule] === 1) told.standing.push(ids[rule]);
      for (let one = 0; one < beaten.length; one += 3) {
        const through = beaten.items[one + 2];
        told.defeated.push(
          ids[beaten.items[one]],
          ids[beaten.items[one + 1]],
          through < 0 ? 'grade' : priorities.get(through),
        );
      }
      for (let one = 0; one < out.length; one += 2)
        told.out.push(actions[out.items[one]], actions[out.items[one + 1]]);
    }
    return told;
  };
}

/** The same out of the plain reading of the page, which every other answer is compared with. */
export function plainlyExplained(outcomes) {
  const actions = outcomes.flatMap((outcome) => outcome.actions);
  const standings = actions.flatMap((one) => one.standings);
  return {
    actions: actions.map(({ action }) => action.id),
    verdicts: actions.map(({ verdict }) => verdict),
    standing: standings.filter(({ beatenBy }) => beatenBy.length === 0).map(({ rule }) => rule.rule.id),
    defeated: standings.flatMap(({ rule, beatenBy }) =>
      beatenBy.flatMap((by) => [
        rule.rule.id,
        by.rule.rule.id,
        by.through === 'grade' ? 'grade' : by.through.priority,
      ]),
    ),
    out: actions.flatMap(({ action, outBy }) => outBy.flatMap((winner) => [action.id, winner])),
  };
}

/** One text of a decision, the same whatever the order in which an engine found its parts. */
export function textOf({ actions, verdicts, standing, defeated, out }) {
  const tuples = (list, width) =>
    Array.from({ length: list.length / width }, (_, at) =>
      list.slice(width * at, width * (at + 1)).join(' '),
    ).sort((one, other) => (one < other ? -1 : 1));
  return JSON.stringify([
    actions.map((action, at) => `${action} ${verdicts[at]}`).sort(),
    standing.toSorted(),
    tuples(defeated, 3),
    tuples(out, 2),
  ]);
}
