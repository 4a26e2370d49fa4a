import type { Answer, Fact, Pack } from '../../model/pack.ts';

/** A JSON Schema (draft-07) or a part of one. */
export type Schema = { readonly [key: string]: unknown };

/** One of these names; any name where there is none yet to choose from. */
export function oneOf(ids: Iterable<string>): Schema {
  const names = [...ids];
  return names.length > 0 ? { enum: names } : { $ref: '#/definitions/id' };
}

/** One name or a list of names. */
export function oneOrMore(ids: Iterable<string>): Schema {
  const one = oneOf(ids);
  return { anyOf: [one, { type: 'array', items: one, minItems: 1, uniqueItems: true }] };
}

/** A list of names, each once. */
export function listOf(ids: Iterable<string>): Schema {
  return { type: 'array', items: oneOf(ids), uniqueItems: true };
}

/** A mapping whose keys are these names. */
export function keyedBy(ids: Iterable<string>, value: Schema): Schema {
  const properties = Object.fromEntries([...ids].map((id) => [id, value]));
  return { type: 'object', properties, additionalProperties: false };
}

/** What is known about facts, as a case file or a stage says it. */
export function givenSchema(pack: Pack): Schema {
  const known = [...pack.facts.values()].map((fact) => [fact.id, givenOfFact(pack, fact)]);
  return { type: 'object', properties: Object.fromEntries(known), additionalProperties: false };
}

function givenOfFact(pack: Pack, fact: Fact): Schema {
  const answers = { enum: [...wordsOf(fact.answers), 'unknown', 'withheld'] };
  const findOut = {
    type: 'object',
    properties: { 'find-out': { $ref: '#/definitions/day' } },
    required: ['find-out'],
    additionalProperties: false,
  };
  const number = isBanded(fact) ? [{ type: 'number' }] : [];
  return { description: askOf(pack, fact), anyOf: [answers, ...number, findOut] };
}

/** The lines of a condition that are facts, each with the answers that it can be tested for. */
export function testsOfFacts(pack: Pack): Schema {
  return Object.fromEntries([...pack.facts.values()].map((fact) => [fact.id, testOfFact(pack, fact)]));
}

function testOfFact(pack: Pack, fact: Fact): Schema {
  const one = { enum: wordsOf(fact.answers) };
  const edges = fact.answers.flatMap(({ band }) => (band && Number.isFinite(band.below) ? [band.below] : []));
  const edge = { enum: edges };
  const comparison = {
    type: 'object',
    minProperties: 1,
    properties: { below: edge, 'at-least': edge },
    additionalProperties: false,
  };
  const tests = [one, { type: 'array', items: one, minItems: 1 }, ...(edges.length > 0 ? [comparison] : [])];
  return { description: askOf(pack, fact), anyOf: tests };
}

/** `true` and `false` are other words for yes and no. */
function wordsOf(answers: readonly Answer[]): (string | boolean)[] {
  const ids: string[] = answers.map(({ id }) => id);
  return [...ids, ...(ids.includes('yes') ? [true] : []), ...(ids.includes('no') ? [false] : [])];
}

function isBanded(fact: Fact): boolean {
  return fact.answers.some(({ band }) => band);
}

function askOf(pack: Pack, fact: Fact): string {
  return fact.ask[pack.languages[0] ?? ''] ?? fact.id;
}
