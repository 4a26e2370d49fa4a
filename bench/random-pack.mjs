// One random pack for every engine: rules over yes-or-no facts, each with two or three conditions and an exception, four
// rules to an action, some actions that exclude each other, some priorities. The same for the same size in every run.
export function series(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const MODALITIES = ['must', 'should', 'may', 'should-not', 'must-not'];
const DILEMMAS = 512;

export function randomPack(size) {
  const next = series(size);
  const facts = Array.from({ length: Math.min(400, 20 + Math.floor(size / 10)) }, (_, at) => `f${at}`);
  const literal = () => ({ fact: facts[next(facts.length)], answer: next(2) === 0 ? 'yes' : 'no' });
  const actions = Math.ceil(size / 4);
  const rules = Array.from({ length: size }, (_, at) => ({
    id: `r${at}`,
    action: `a${next(actions)}`,
    modality: MODALITIES[next(5)],
    when: Array.from({ length: 2 + next(2) }, literal),
    unless: next(2) === 0 ? [literal(), literal()] : [],
  }));
  const excludes = Array.from({ length: Math.floor(actions / 4) }, (_, at) => [
    `a${4 * at}`,
    `a${4 * at + 1}`,
  ]);
  // From an earlier rule to a later one: no cycle.
  const priorities = Array.from({ length: Math.floor(size / 10) }, () => next(size - 1)).map((at) => [
    at,
    at + 1 + next(size - at - 1),
  ]);
  const dilemmas = Array.from({ length: DILEMMAS }, () =>
    Object.fromEntries(facts.map((fact) => [fact, next(2) === 0 ? 'yes' : 'no'])),
  );
  return { facts, rules, excludes, priorities, dilemmas };
}

/** The same as a pack of ours. */
export function asTiny({ facts, rules, excludes, priorities }) {
  const test = (all) => ({ all: all.map(({ fact, answer }) => ({ [fact]: answer })) });
  return {
    facts: Object.fromEntries(facts.map((fact) => [fact, 'yes-no'])),
    actions: Object.fromEntries(
      [...new Set([...rules.map(({ action }) => action), ...excludes.flat()])].map((id) => [
        id,
        { excludes: excludes.flatMap(([one, other]) => (one === id ? [other] : [])) },
      ]),
    ),
    rules: Object.fromEntries(
      rules.map(({ id, action, modality, when, unless }) => [
        id,
        { [modality]: action, when: test(when), ...(unless.length > 0 ? { unless: test(unless) } : {}) },
      ]),
    ),
    priorities: Object.fromEntries(
      priorities.map(([one, other], at) => [`p${at}`, `r${one} over r${other}`]),
    ),
  };
}
