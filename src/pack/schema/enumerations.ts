import type { Answer, Fact, Pack } from '../../model/pack.ts';
import { inLang } from '../../model/text.ts';

/** A JSON Schema (draft-07) or a part of one. */
export type Schema = { readonly [key: string]: unknown };

/** One of these names; any name where there is none yet to choose from. */
export function oneOf(ids: Iterable<string>): Schema {
  const names = [...ids];
  return names.length > 0 ? { enum: names } : { $ref: '#/definitions/id' };
}

/** One of these names, each with what it stands for, which an editor shows beside it. */
export function oneOfTold(told: readonly (readonly [name: string | boolean, description: string])[]): Schema {
  if (told.length === 0) return oneOf([]);
  return { anyOf: told.map(([name, description]) => ({ const: name, description })) };
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
export function givenSchema(pack: Pack, lang: string): Schema {
  const known = [...pack.facts.values()].map((fact) => [fact.id, givenOfFact(fact, lang)]);
  return { type: 'object', properties: Object.fromEntries(known), additionalProperties: false };
}

function givenOfFact(fact: Fact, lang: string): Schema {
  const answers = [...answersOf(fact, lang), { enum: ['unknown', 'withheld'] }];
  const findOut = {
    type: 'object',
    properties: { 'find-out': { $ref: '#/definitions/day' } },
    required: ['find-out'],
    additionalProperties: false,
  };
  const number = isBanded(fact) ? [{ type: 'number' }] : [];
  return { description: about(fact, lang), anyOf: [...answers, ...number, findOut] };
}

/** The lines of a condition that are facts, each with the answers that it can be tested for. */
export function testsOfFacts(pack: Pack, lang: string): Schema {
  return Object.fromEntries([...pack.facts.values()].map((fact) => [fact.id, testOfFact(fact, lang)]));
}

function testOfFact(fact: Fact, lang: string): Schema {
  const one = { anyOf: answersOf(fact, lang) };
  const edges = fact.answers.flatMap(({ band }) => (band && Number.isFinite(band.below) ? [band.below] : []));
  const edge = { enum: edges };
  const comparison = {
    type: 'object',
    minProperties: 1,
    properties: { below: edge, 'at-least': edge },
    additionalProperties: false,
  };
  const tests = [one, { type: 'array', items: one, minItems: 1 }, ...(edges.length > 0 ? [comparison] : [])];
  return { description: about(fact, lang), anyOf: tests };
}

/** The answers with their words; `true` and `false` are other words for yes and no. */
function answersOf({ answers }: Fact, lang: string): Schema[] {
  const told = ({ text }: Answer): string => inLang(text, lang);
  const ids = new Map<string, Answer>(answers.map((answer) => [answer.id, answer]));
  const [yes, no] = [ids.get('yes'), ids.get('no')];
  return [
    ...answers.map((answer) => ({ const: answer.id, description: told(answer) })),
    ...(yes ? [{ const: true, description: told(yes) }] : []),
    ...(no ? [{ const: false, description: told(no) }] : []),
  ];
}

function isBanded(fact: Fact): boolean {
  return fact.answers.some(({ band }) => band);
}

/** The question, and what counts. */
function about({ ask, help }: Fact, lang: string): string {
  return [ask, ...(help ? [help] : [])].map((text) => inLang(text, lang)).join(' ');
}
