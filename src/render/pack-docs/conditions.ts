import type { Condition } from '../../model/condition.ts';
import { choiceInWords } from '../../text/lists.ts';
import { answerWords, type Naming, wordsOf } from '../naming.ts';
import { actionLink, factLink, principleLink, targetOf, topicLink } from './links.ts';
import { fill, type Inline, type Item, type Row, row } from './page.ts';

const INTRO = { all: 'docs.all', any: 'docs.any' } as const;
const INTRO_NOT = { all: 'docs.not-all', any: 'docs.none' } as const;

/** A condition in words: one line, or one line with those below it that it speaks of. */
export function conditionItem(condition: Condition, naming: Naming): Item {
  const { say } = naming;
  switch (condition.kind) {
    case 'all':
    case 'any':
      return several(condition, say(INTRO[condition.kind]), naming);
    case 'not':
      return negated(condition.of, naming);
    case 'concept':
      return conceptItem(condition, naming);
    default:
      return { words: leafWords(condition, naming) };
  }
}

/** A row of that label; nothing where there is no condition. */
export function conditionRows(label: string, condition: Condition | undefined, naming: Naming): Row[] {
  if (!condition) return [];
  const { words, under } = conditionItem(condition, naming);
  return row(label, words, under);
}

type Joined = Extract<Condition, { kind: 'all' | 'any' }>;
type Leaf = Exclude<Condition, { kind: 'all' | 'any' | 'not' | 'concept' }>;

function several(condition: Joined, intro: string, naming: Naming): Item {
  const parts = flat(condition, naming);
  const [only] = parts;
  if (parts.length === 1 && only) return conditionItem(only, naming);
  return { words: [intro], under: parts.map((one) => conditionItem(one, naming)) };
}

/** `all` inside `all` says nothing more than its parts do, also where a concept without a name brings it. */
function flat(condition: Joined, naming: Naming): Condition[] {
  return condition.of
    .map((one) => (one.kind === 'concept' ? unnamed(one, naming) : one))
    .flatMap((one) => (one.kind === condition.kind ? flat(one, naming) : [one]));
}

/** What a concept means, where it has no name that could be said instead. */
function unnamed(concept: Extract<Condition, { kind: 'concept' }>, { pack, ...naming }: Naming): Condition {
  const known = pack.concepts.get(concept.concept);
  if (!known || known.text) return concept;
  return known.when.kind === 'concept' ? unnamed(known.when, { pack, ...naming }) : known.when;
}

function negated(inner: Condition, naming: Naming): Item {
  const { say } = naming;
  if (inner.kind === 'not') return conditionItem(inner.of, naming);
  if (inner.kind === 'all' || inner.kind === 'any') {
    const [only] = inner.of;
    if (inner.of.length === 1 && only) return negated(only, naming);
    const under = flat(inner, naming).map((one) => conditionItem(one, naming));
    return { words: [say(INTRO_NOT[inner.kind])], under };
  }
  if (inner.kind === 'topic')
    return { words: fill(say('docs.topic-not'), { topic: [topicLink(inner.topic, naming)] }) };
  const { words, under } = conditionItem(inner, naming);
  return under
    ? { words: [say('docs.none')], under: [{ words, under }] }
    : { words: fill(say('docs.not'), { condition: words }) };
}

/** A concept by its name; one that has no name of its own by what it means. */
function conceptItem({ concept }: Extract<Condition, { kind: 'concept' }>, naming: Naming): Item {
  const known = naming.pack.concepts.get(concept);
  const to = targetOf('concepts', concept);
  if (!known || !to) return { words: [concept] };
  if (known.text) return { words: [{ kind: 'link', text: wordsOf(known.text, naming), to }] };
  return conditionItem(known.when, naming);
}

function leafWords(condition: Leaf, naming: Naming): Inline {
  const { say } = naming;
  switch (condition.kind) {
    case 'fact': {
      const answers = condition.answers.map((answer) =>
        say('docs.answer', { answer: answerWords(condition.fact, answer, naming) }),
      );
      return fill(say('answered'), {
        question: [factLink(condition.fact, naming)],
        answer: choiceInWords(answers, say),
      });
    }
    case 'topic':
      return fill(say('docs.topic'), { topic: [topicLink(condition.topic, naming)] });
    case 'yields':
      return fill(say('why-not.yields'), { principle: [principleLink(condition.principle, naming)] });
    case 'departs': {
      const key = condition.from === 'must' ? 'why-not.departs-left' : 'why-not.departs-done';
      return fill(say(key), { action: [actionLink(condition.action, naming)] });
    }
  }
}
