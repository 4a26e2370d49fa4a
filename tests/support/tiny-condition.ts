import type { Condition } from '../../src/model/condition.ts';
import type { ActionId, AnswerId, ConceptId, FactId, PrincipleId, TopicId } from '../../src/model/ids.ts';

/** A condition as docs/pack-format.md writes it: a concept's name, or a mapping of which all parts hold. */
export type TinyCondition = string | { readonly [key: string]: unknown };

/** What a condition may name; a name that is not there is a slip of the test and throws. */
export interface Names {
  /** Fact id to its answers; a band carries the number from which it starts. */
  readonly facts: ReadonlyMap<string, readonly { readonly id: string; readonly from?: number }[]>;
  readonly topics: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
}

/** The condition in the form that the engine reads. */
export function readCondition(written: TinyCondition, names: Names): Condition {
  if (typeof written === 'string') {
    if (!names.concepts.has(written)) throw new Error(`no concept ${written}`);
    return { kind: 'concept', concept: written as ConceptId };
  }
  const parts = Object.entries(written).map(([key, value]) => readPart({ key, value }, names));
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'all', of: parts };
}

function readPart({ key, value }: { key: string; value: unknown }, names: Names): Condition {
  switch (key) {
    case 'all':
    case 'any':
      return { kind: key, of: listOf(value).map((part) => readCondition(part as TinyCondition, names)) };
    case 'not':
      return { kind: 'not', of: readCondition(value as TinyCondition, names) };
    case 'topic':
      return anyOf(listOf(value).map((topic) => topicLiteral(String(topic), names)));
    case 'yields':
      return { kind: 'yields', principle: value as PrincipleId };
    case 'departs': {
      const [from, action] = Object.entries(value as object)[0] as ['must' | 'must-not', string];
      return { kind: 'departs', from, action: action as ActionId };
    }
    default:
      return factLiteral(key, value, names);
  }
}

function topicLiteral(topic: string, names: Names): Condition {
  if (!names.topics.has(topic)) throw new Error(`no topic ${topic}`);
  return { kind: 'topic', topic: topic as TopicId };
}

function factLiteral(fact: string, value: unknown, names: Names): Condition {
  const domain = names.facts.get(fact);
  if (!domain) throw new Error(`no fact ${fact}`);
  const answers = isComparison(value)
    ? domain.filter(({ from = 0 }) => ('below' in value ? from < value.below : from >= value['at-least']))
    : listOf(value).map((answer) => {
        const found = domain.find(({ id }) => id === String(answer));
        if (!found) throw new Error(`${String(answer)} is no answer to ${fact}`);
        return found;
      });
  return { kind: 'fact', fact: fact as FactId, answers: answers.map(({ id }) => id as AnswerId) };
}

function isComparison(value: unknown): value is { below: number } | { 'at-least': number } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function anyOf(parts: readonly Condition[]): Condition {
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'any', of: parts };
}

/** A single value as a list of one; a list as it is; nothing as an empty list. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
