import { type Field, get, type Node } from '../../document/node.ts';
import type { Given } from '../../model/case-file.ts';
import type { FactId } from '../../model/ids.ts';
import type { Fact, Pack } from '../../model/pack.ts';
import type { Problem } from '../../problems/problem.ts';
import { isDay } from '../link/calendar.ts';
import { problemAt } from '../problem-at.ts';
import { fieldsOf, isMap, numberOf, wordOf } from '../read/node.ts';

/** Answers that are no values: every fact takes them. */
export const NON_ANSWERS = ['unknown', 'withheld'] as const;

type Report = (problem: Problem) => void;

/**
 * Reads what is given about facts, numbers cut into bands. What is not understood is reported and left out.
 *
 * E501: the pack has no such fact. E502: the fact has no such answer. E503: a number in none of its bands.
 * E511: `find-out` without a day that exists.
 */
export function givenFacts(node: Node | undefined, pack: Pack, report: Report): Map<FactId, Given> {
  const facts = new Map<FactId, Given>();
  for (const part of node ? fieldsOf(node) : []) {
    const fact = pack.facts.get(part.key as FactId);
    if (!fact) {
      report(
        problemAt('E501', part.at, {
          saw: part.key,
          expected: [...pack.facts.keys()],
          values: { pack: pack.id },
        }),
      );
      continue;
    }
    const given = givenOf(part, fact, report);
    if (given) facts.set(fact.id, given);
  }
  return facts;
}

function givenOf({ node }: Field, fact: Fact, report: Report): Given | undefined {
  if (isMap(node)) return findOutOf(node, report);
  const word = wordOf(node);
  const nothing = NON_ANSWERS.find((kind) => kind === word);
  if (nothing) return { kind: nothing };
  const answer = fact.answers.find(({ id }) => id === word);
  if (answer) return { kind: 'answer', answer: answer.id };
  const number = numberOf(node);
  const banded = fact.answers.some(({ band }) => band);
  if (number === undefined || !banded) {
    const expected = [...fact.answers.map(({ id }) => id), ...NON_ANSWERS];
    report(problemAt('E502', node.place, { saw: word, expected, values: { fact: fact.id } }));
    return undefined;
  }
  const hit = fact.answers.find(({ band }) => band && band.from <= number && number < band.below);
  if (hit) return { kind: 'answer', answer: hit.id, number };
  report(
    problemAt('E503', node.place, {
      saw: word,
      expected: fact.answers.map(({ id }) => id),
      values: { fact: fact.id },
    }),
  );
  return undefined;
}

function findOutOf(node: Node, report: Report): Given | undefined {
  const by = get(node, 'find-out');
  if (by && isDay(wordOf(by))) return { kind: 'find-out', by: wordOf(by) };
  report(problemAt('E511', (by ?? node).place, by ? wordOf(by) : ''));
  return undefined;
}
