// Proofs over all dilemmas of a random pack, by one engine in a process of its own: `node prover.mjs ENGINE SIZE TASK
// ROUNDS` prints what it found and the milliseconds of the processor that each round took, as JSON. A round starts from
// the pack as it is loaded and ends with all answers. The peers are given the formulas of formulas.mjs.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import process from 'node:process';
import { bundled } from '../scripts/bundled.mjs';
import { all, formulasOf } from './formulas.mjs';
import { asTiny, randomPack, series } from './random-pack.mjs';

const require = createRequire(import.meta.url);
const [, , engine, size, task, rounds] = process.argv;
const PROOFS = 13;
const WORDS = ['must', 'should', 'may', 'contested', 'must-not', 'should-not'];
const pack = randomPack(Number(size));
const actions = [...new Set(pack.rules.map(({ action }) => action))];

/** What is to be proved or refuted: where two facts are so, an action never has a verdict. */
function properties() {
  const next = series(13);
  return Array.from({ length: PROOFS }, () => {
    const [one, other] = [next(pack.facts.length), next(pack.facts.length - 1)];
    const facts = [pack.facts[one], pack.facts[other >= one ? other + 1 : other]];
    const when = facts.map((fact) => ({ fact, answer: next(2) === 0 ? 'yes' : 'no' }));
    return { when, action: actions[next(actions.length)], word: WORDS[next(WORDS.length)] };
  });
}

/** What is asked, one formula each: is there a dilemma in which it holds? */
const TASKS = {
  proofs: ({ holds, verdict }) =>
    properties().map(({ when, action, word }) => all([holds(when), verdict(action, word)])),
  examined: ({ applies, verdict }) => [
    ...pack.rules.map(({ id }) => applies(id)),
    ...actions.map((action) => verdict(action, 'contested')),
  ],
};

const OURS = `
  export { rulesThatNeverApply } from './src/analysis/check-dilemmas.ts';
  export { checkProperty } from './src/analysis/check-properties.ts';
  export { actionsBehind, sliceOf } from './src/analysis/slice.ts';
  export { wholeOf } from './src/analysis/whole.ts';
  export { compile } from './src/engine/compile.ts';
  export { tinyPack } from './tests/support/tiny-pack.ts';`;

const ENGINES = {
  timbang: async () => {
    const { tinyPack, wholeOf, ...ours } = await bundled(OURS);
    const tiny = asTiny(pack);
    const asked = properties().map(({ when, action, word }, at) => ({
      id: `p${at}`,
      whenever: {
        kind: 'all',
        of: when.map(({ fact, answer }) => ({ kind: 'fact', fact, answers: [answer] })),
      },
      then: { 'not-verdict': { [action]: word } },
    }));
    const known = tinyPack(tiny);
    const proved = () => {
      const behind = ours.actionsBehind(
        asked.flatMap(({ then }) => Object.keys(then['not-verdict'])),
        ours.compile(known),
      );
      const whole = wholeOf(ours.sliceOf(known, behind));
      return asked.map((property) => told(ours.checkProperty(property, whole)?.kind));
    };
    const examined = () => {
      const whole = wholeOf(known);
      const never = new Set(ours.rulesThatNeverApply(whole).flatMap(({ about }) => about));
      const outcomesOf = (id) => whole.findings.first.get(whole.compiled.componentOf.get(id)).outcomes;
      return [
        ...pack.rules.map(({ id }) => !never.has(id)),
        ...actions.map((id) => {
          const outcomes = outcomesOf(id);
          if (outcomes.length === 0) return undefined;
          return outcomes.some((one) => one.outcomes.get(id).verdict === 'contested');
        }),
      ];
    };
    return task === 'proofs' ? proved : examined;
  },
  'logic-solver': async () => {
    const Logic = require('logic-solver');
    return () => {
      const solver = new Logic.Solver();
      const made = builder({
        fact: ({ name }) => name,
        all: (_, of) => Logic.and(...of),
        any: (_, of) => Logic.or(...of),
        not: (_, [one]) => Logic.not(one),
      });
      const goals = TASKS[task](formulasOf(pack)).map(made);
      return goals.map((goal) => solver.solveAssuming(goal) !== null);
    };
  },
  'z3-solver': async () => {
    const { init } = require('z3-solver');
    const { Context } = await init();
    let count = 0;
    return async () => {
      count += 1;
      const z3 = new Context(`round${count}`);
      const solver = new z3.Solver();
      // One name for each formula, so that what is shared is solved once and each question is one assumption.
      const named = (formula) => {
        const name = z3.Bool.const(`n${names++}`);
        solver.add(z3.Eq(name, formula));
        return name;
      };
      let names = 0;
      const made = builder({
        fact: ({ name }) => z3.Bool.const(name),
        all: (_, of) => named(z3.And(...of)),
        any: (_, of) => named(z3.Or(...of)),
        not: (_, [one]) => z3.Not(one),
      });
      const found = [];
      for (const goal of TASKS[task](formulasOf(pack)).map(made))
        found.push((await solver.check(goal)) === 'sat');
      return found;
    };
  },
  clingo: async () => () => {
    const lines = [];
    const made = builder({
      fact: ({ name }) => {
        lines.push(`{${name}}.`);
        return name;
      },
      all: (name, of) => {
        lines.push(of.length > 0 ? `${name} :- ${of.join(', ')}.` : `${name}.`);
        return name;
      },
      any: (name, of) => {
        for (const one of of) lines.push(`${name} :- ${one}.`);
        return name;
      },
      not: (name, [one]) => {
        lines.push(`${name} :- not ${one}.`);
        return name;
      },
    });
    const goals = TASKS[task](formulasOf(pack)).map(made);
    goals.forEach((goal, at) => lines.push(`q(${at}) :- ${goal}.`));
    lines.push('#show q/1.');
    // What holds in some answer set, all questions at once.
    const run = spawnSync('clingo', ['--enum-mode=brave', '--quiet=1', '0', '-'], {
      input: lines.join('\n'),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    outside += Number(/CPU Time\s*:\s*([\d.]+)s/.exec(run.stdout)?.[1] ?? Number.NaN) * 1000;
    const found = new Set([...run.stdout.matchAll(/q\((\d+)\)/g)].map(([, at]) => Number(at)));
    return goals.map((_, at) => found.has(at));
  },
};

/** Milliseconds of the processor that a program beside this one has used. */
let outside = 0;

/** Whether a dilemma was found, out of what became of a property; undefined where it was not proved. */
function told(kind) {
  if (kind === 'property-empty') throw new Error(kind);
  return kind === 'not-proved' ? undefined : kind === 'property-fails';
}

/** Builds each formula once, its parts first: `make` is given a name for it and what was made of its parts. */
function builder(make) {
  const known = new Map();
  return function built(formula) {
    if (!known.has(formula)) {
      const of = formula.of.map(built);
      const name = `x${known.size}`;
      known.set(formula, formula.kind === 'fact' ? make.fact(formula) : make[formula.kind](name, of));
    }
    return known.get(formula);
  };
}

const solve = await ENGINES[engine]();
const times = [];
let answers = [];
for (let round = 0; round < Number(rounds); round += 1) {
  const before = process.cpuUsage();
  outside = 0;
  answers = await solve();
  const { user, system } = process.cpuUsage(before);
  times.push((user + system) / 1000 + outside);
}
console.log(
  JSON.stringify({
    times,
    asked: answers.length,
    answers: answers.map((found) => (found === undefined ? '?' : Number(found))).join(''),
  }),
);
process.exit(0);
