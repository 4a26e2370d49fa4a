import caseSchema from '../../schemas/case.schema.json' with { type: 'json' };
import packFileSchema from '../../schemas/pack-file.schema.json' with { type: 'json' };
import scenarioSchema from '../../schemas/scenario.schema.json' with { type: 'json' };
import type { Pack } from '../model/pack.ts';
import { inLang } from '../model/text.ts';
import {
  givenSchema,
  keyedBy,
  listOf,
  oneOf,
  oneOfTold,
  oneOrMore,
  type Schema,
  testsOfFacts,
} from './schema/enumerations.ts';

/** Files that people write with an editor at hand. */
export const DERIVED_KINDS = ['case', 'scenario', 'pack-file'] as const;
export type DerivedKind = (typeof DERIVED_KINDS)[number];

const PUBLISHED: Readonly<Record<DerivedKind, Schema>> = {
  case: caseSchema,
  scenario: scenarioSchema,
  'pack-file': packFileSchema,
};

/** A place in a schema, as keys from its root, and what stands there instead. */
type Change = readonly [path: string, schema: unknown];

/**
 * Narrows the published schema of a kind of file to one pack: its facts with their answers, its topics, actions, rules
 * and the other names are enumerations, so that an editor completes and checks them while a file is written.
 *
 * A name that a rule author has just added is known after the schema was derived again.
 *
 * @param lang of the descriptions: questions with what counts, and what each answer, topic and action stands for
 * @returns draft-07, a plain object of its own
 */
export function deriveSchema(kind: DerivedKind, pack: Pack, lang: string): Schema {
  const narrow = { case: headChanges, scenario: scenarioChanges, 'pack-file': packFileChanges }[kind];
  const changes = narrow(pack, lang);
  const derived = structuredClone(PUBLISHED[kind]);
  for (const [path, schema] of [['$id', `${pack.id}-${kind}.schema.json`] as const, ...changes])
    put(derived, path, schema);
  return derived;
}

/** Puts a value at a place whose parents are there; keys are joined with `/`. */
function put(schema: Schema, path: string, value: unknown): void {
  const keys = path.split('/');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<Schema>((part, key) => part[key] as Schema, schema);
  (parent as Record<string, unknown>)[last] = value;
}

/** What a case file and a scenario share. */
function headChanges(pack: Pack, lang: string): Change[] {
  const safety = [...pack.topics.values()].filter((topic) => topic.safety).map(({ id }) => id);
  const topics = [...pack.topics.values()].map(
    ({ id, text, help }) =>
      [id, [text, ...(help ? [help] : [])].map((one) => inLang(one, lang)).join('. ')] as const,
  );
  const actions = [...pack.actions.values()].map(({ id, text }) => [id, inLang(text, lang)] as const);
  return [
    ['definitions/known-facts', givenSchema(pack, lang)],
    ['definitions/decisions', keyedBy(pack.actions.keys(), { $ref: '#/definitions/decision' })],
    ['properties/facts', { $ref: '#/definitions/known-facts' }],
    ['properties/decided', { $ref: '#/definitions/decisions' }],
    ['properties/topics', { ...listOf([]), items: oneOfTold(topics) }],
    ['properties/screened', keyedBy(safety, { $ref: '#/definitions/yes-no' })],
    ['properties/considering', { ...listOf([]), items: oneOfTold(actions) }],
  ];
}

function scenarioChanges(pack: Pack, lang: string): Change[] {
  const verdicts = keyedBy(pack.actions.keys(), { $ref: '#/definitions/expected-verdicts' });
  const expected = ['definitions/flat-expectation', 'definitions/expectation'].flatMap((at): Change[] => [
    [`${at}/properties/verdicts`, verdicts],
    [`${at}/properties/escalates`, listOf(pack.steps.keys())],
    [`${at}/properties/cites`, listOf(pack.sources.keys())],
    [`${at}/properties/never`, listOf(pack.actions.keys())],
  ]);
  return [
    ...headChanges(pack, lang),
    ['definitions/option/properties/facts', { $ref: '#/definitions/known-facts' }],
    ['definitions/option/properties/decided', { $ref: '#/definitions/decisions' }],
    ['definitions/stage-of-scenario/properties/facts', { $ref: '#/definitions/known-facts' }],
    ...expected,
    ['definitions/expectation/properties/departs', listOf(pack.actions.keys())],
    ['definitions/walk-property/properties/unmoved-by', oneOf(pack.facts.keys())],
    ['definitions/condition', conditionSchema(pack, scenarioSchema.definitions.condition.properties, lang)],
    ...claimChanges(pack),
  ];
}

/** A bare name is a concept; in a mapping each line is a word of the format or a fact. */
function conditionSchema(pack: Pack, words: Schema, lang: string): Schema {
  const actions = oneOrMore(pack.actions.keys());
  const departs = {
    type: 'object',
    minProperties: 1,
    properties: { must: actions, 'must-not': actions },
    additionalProperties: false,
  };
  const lines = { ...words, topic: oneOrMore(pack.topics.keys()), departs, ...testsOfFacts(pack, lang) };
  const mapping = { type: 'object', minProperties: 1, properties: lines, additionalProperties: false };
  return { anyOf: [oneOf(pack.concepts.keys()), mapping] };
}

function claimChanges(pack: Pack): Change[] {
  const verdicts = keyedBy(pack.actions.keys(), { $ref: '#/definitions/expected-verdicts' });
  return [
    ['definitions/claim/properties/verdict', verdicts],
    ['definitions/claim/properties/not-verdict', verdicts],
    ['definitions/claim/properties/escalates-to', oneOf(pack.roles.keys())],
    ['definitions/claim/properties/owed', oneOf(pack.actions.keys())],
  ];
}

function packFileChanges(pack: Pack, lang: string): Change[] {
  const { condition, concept } = packFileSchema.definitions;
  return [
    ['definitions/condition', conditionSchema(pack, condition.properties, lang)],
    ['definitions/concept', conditionSchema(pack, concept.properties, lang)],
    ...claimChanges(pack),
    ...factChanges(pack),
    ...actionChanges(pack),
    ...ruleChanges(pack),
    ...escalationChanges(pack),
  ];
}

function factChanges(pack: Pack): Change[] {
  const topics = oneOrMore([...pack.topics.keys(), 'none']);
  return [
    ['properties/topic', topics],
    ['definitions/fact/properties/topic', topics],
    ['definitions/fact/properties/changeable/properties/by', oneOf(pack.actions.keys())],
    ['definitions/screen/properties/facts', { ...listOf(pack.facts.keys()), minItems: 1 }],
    ['definitions/property/properties/unmoved-by', oneOf(pack.facts.keys())],
  ];
}

function actionChanges(pack: Pack): Change[] {
  const actions = listOf(pack.actions.keys());
  const action = (key: string, schema: Schema): Change => [`definitions/action/properties/${key}`, schema];
  return [
    action('groups', listOf(pack.groups.keys())),
    action('about', listOf(pack.topics.keys())),
    ...['after', 'excludes', 'entails'].map((key) => action(key, actions)),
    ['definitions/dilemma/properties/between', { ...actions, minItems: 1 }],
  ];
}

function ruleChanges(pack: Pack): Change[] {
  const rules = [...pack.rules.values()];
  const tags = new Set(rules.flatMap((rule) => rule.tags));
  const group = {
    type: 'object',
    properties: { group: oneOf(pack.groups.keys()) },
    required: ['group'],
    additionalProperties: false,
  };
  const { anyOf } = oneOrMore(pack.actions.keys()) as { readonly anyOf: readonly Schema[] };
  const end = (key: string, schema: Schema): Schema => ({
    type: 'object',
    properties: { [key]: schema },
    required: [key],
    additionalProperties: false,
  });
  const ends = [
    oneOf(new Set(rules.map(({ name }) => name))),
    end('principle', { $ref: '#/definitions/principle' }),
    end('tag', oneOf(tags)),
  ];
  const citations = [...pack.sources.values()].flatMap(({ id, places }) =>
    [...places.keys()].map((place) => `${id}#${place}`),
  );
  return [
    ['definitions/target', { anyOf: [...anyOf, group] }],
    ['definitions/priority-end', { anyOf: ends }],
    ['definitions/citation', { anyOf: [oneOf(citations), oneOf(pack.sources.keys())] }],
  ];
}

function escalationChanges(pack: Pack): Change[] {
  const contacts = listOf(pack.contacts.keys());
  const step = (key: string, schema: Schema): Change => [`definitions/step/properties/${key}`, schema];
  return [
    step('to', oneOf(pack.roles.keys())),
    step('from', oneOf(pack.events.keys())),
    step('on', keyedBy(pack.actions.keys(), { $ref: '#/definitions/verdicts' })),
    step('dilemma', oneOrMore(['any', ...pack.dilemmas.keys()])),
    step('fallback', listOf(pack.steps.keys())),
    step('contacts', contacts),
    ['definitions/role/properties/contacts', contacts],
    ['properties/panel/properties/contacts', contacts],
  ];
}
