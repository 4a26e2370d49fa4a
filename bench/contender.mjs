// One engine in a process of its own: `node contender.mjs ENGINE SIZE SECONDS` prints what it decided and how fast, as
// JSON: the milliseconds to the first decision from a loaded pack, and decisions in a second of the processor, which other
// programs on the machine disturb less than those of the wall. The peers say which rules apply; who defeats whom is the same code for all, and counted in the time of each.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { bundled } from '../scripts/bundled.mjs';
import { explainerOf, plainlyExplained, textOf } from './explained.mjs';
import { asTiny, randomPack } from './random-pack.mjs';

const require = createRequire(import.meta.url);
const [, , engine, size, seconds] = process.argv;
/** Dilemmas of which the answers of all engines are compared. */
const ALIKE = 24;
const pack = randomPack(Number(size));
/** The mark of what holds. */
const YES = 3;

const OURS = `
  export { compile } from './src/engine/compile.ts';
  export { evaluate } from './src/engine/component.ts';
  export { truth } from './src/engine/condition.ts';
  export { VERDICTS } from './src/model/pack.ts';
  export { tinyPack } from './tests/support/tiny-pack.ts';`;

const program = await bundled(OURS);
/** The pack as a loader gives it, and the dilemmas as what is known: neither is counted. */
const tiny = program.tinyPack(asTiny(pack));
const valuesOf = new Map(pack.dilemmas.map((dilemma) => [dilemma, new Map(Object.entries(dilemma))]));

/** The kernel, given which rules apply: what every peer is followed by. */
function followedBy(applying) {
  const compiled = program.compile(tiny);
  const explain = explainerOf(compiled, program.VERDICTS);
  const reading = compiled.kernel.emptyReading();
  reading.holds.fill(YES);
  const at = new Map(compiled.components.flatMap(({ rules }) => rules.map(({ at, rule }) => [rule.id, at])));
  const places = pack.rules.map(({ id }) => at.get(id));
  const settle = (bits) => {
    for (let rule = 0; rule < places.length; rule += 1)
      reading.applies[places[rule]] = bits[rule] === true ? YES : 0;
    return explain(reading);
  };
  return (dilemma) => {
    const bits = applying(dilemma);
    return bits instanceof Promise ? bits.then(settle) : settle(bits);
  };
}

const CONTENDERS = {
  timbang: () => {
    const { kernel, ...rest } = program.compile(tiny);
    const explain = explainerOf({ kernel, ...rest }, program.VERDICTS);
    const reading = kernel.emptyReading();
    return (dilemma) => explain(kernel.read(valuesOf.get(dilemma), reading));
  },
  'plain reading': () => {
    const { components } = program.compile(tiny);
    return (dilemma) => {
      const view = { values: valuesOf.get(dilemma) };
      const holds = ({ when }) => program.truth(when, view) === true;
      const applies = (rule) => holds(rule) && program.truth(rule.unless, view) === false;
      return plainlyExplained(
        components.map((component) => program.evaluate(component, tiny, { applies, holds })),
      );
    };
  },
  'json-logic-engine': () => {
    const { LogicEngine } = require('json-logic-engine');
    const is = ({ fact, answer }) => ({ '===': [{ var: fact }, answer] });
    const all = (parts) => ({ and: parts.map(is) });
    const logic = pack.rules.map(({ when, unless }) =>
      unless.length > 0 ? { and: [all(when), { '!': all(unless) }] } : all(when),
    );
    const run = new LogicEngine().build(logic);
    return followedBy((dilemma) => run(dilemma).map(Boolean));
  },
  'json-rules-engine': () => {
    const { Engine } = require('json-rules-engine');
    const peer = new Engine();
    const is = ({ fact, answer }) => ({ fact, operator: 'equal', value: answer });
    for (const [index, { when, unless }] of pack.rules.entries())
      peer.addRule({
        conditions: {
          all: [...when.map(is), ...(unless.length > 0 ? [{ not: { all: unless.map(is) } }] : [])],
        },
        event: { type: String(index) },
      });
    return followedBy(async (dilemma) => {
      const { events } = await peer.run(dilemma);
      const bits = [];
      for (const { type } of events) bits[Number(type)] = true;
      return bits;
    });
  },
  'node-rules': () => {
    const { RuleEngine } = require('node-rules');
    const holds = (facts, all) => all.every(({ fact, answer }) => facts[fact] === answer);
    const peer = new RuleEngine(
      pack.rules.map(({ when, unless }, index) => ({
        condition(almanac) {
          almanac.when(holds(this, when) && !(unless.length > 0 && holds(this, unless)));
        },
        consequence(almanac) {
          this.bits[index] = true;
          almanac.next();
        },
      })),
      // No rule changes what another asks: without this the peer would start anew after each that applies.
      { ignoreFactChanges: true },
    );
    return followedBy(
      (dilemma) =>
        new Promise((resolve) => {
          peer.execute({ ...dilemma, bits: [] }, ({ bits }) => resolve(bits));
        }),
    );
  },
  'zen-engine': () => {
    const { ZenEngine } = require('@gorules/zen-engine');
    const is = ({ fact, answer }) => `${fact} == "${answer}"`;
    const all = (parts) => `(${parts.map(is).join(' and ')})`;
    const expressions = pack.rules.map(({ when, unless }, index) => ({
      id: `e${index}`,
      key: `k${index}`,
      value: unless.length > 0 ? `${all(when)} and not ${all(unless)}` : all(when),
    }));
    const content = {
      nodes: [
        { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
        { id: 'ex', type: 'expressionNode', name: 'ex', position: { x: 1, y: 0 }, content: { expressions } },
        { id: 'out', type: 'outputNode', name: 'out', position: { x: 2, y: 0 } },
      ],
      edges: [
        { id: '1', sourceId: 'in', targetId: 'ex', type: 'edge' },
        { id: '2', sourceId: 'ex', targetId: 'out', type: 'edge' },
      ],
    };
    const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(content)));
    return followedBy(async (dilemma) => {
      const { result } = await decision.evaluate(dilemma);
      return pack.rules.map((_, index) => result[`k${index}`] === true);
    });
  },
};

const begin = performance.now();
const decide = CONTENDERS[engine]();
const first = await decide(pack.dilemmas[0]);
const cold = performance.now() - begin;
const digest = createHash('sha256').update(textOf(first));
for (const dilemma of pack.dilemmas.slice(1, ALIKE)) digest.update(textOf(await decide(dilemma)));

/** Decisions in a second of the processor; engines that answer later are waited for, the others not. */
async function stretch(length) {
  let done = 0;
  const start = performance.now();
  const before = process.cpuUsage();
  while (performance.now() - start < length * 1000) {
    for (let at = 0; at < 16; at += 1) {
      const told = decide(pack.dilemmas[(done + at) % pack.dilemmas.length]);
      if (told instanceof Promise) await told;
      if (performance.now() - start >= length * 4000) {
        done += at - 15;
        break;
      }
    }
    done += 16;
  }
  const { user, system } = process.cpuUsage(before);
  return (done * 1e6) / (user + system);
}

/** The median of three stretches, after one to warm up; nothing where none is asked for. */
async function rate() {
  if (Number(seconds) === 0) return undefined;
  const rates = [];
  for (let at = 0; at < 4; at += 1) rates.push(await stretch(Number(seconds)));
  return rates.slice(1).toSorted((a, b) => a - b)[1];
}

console.log(JSON.stringify({ cold, answers: digest.digest('hex'), rate: await rate() }));
