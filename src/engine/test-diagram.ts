import type { QuestionId } from '../model/assessment.ts';
import type { CompiledPack } from './compiled-pack.ts';
import type { Test } from './condition.ts';
import type { Diagrams, Node } from './diagram.ts';
import type { Known } from './knowing.ts';
import { nameOf } from './literal.ts';
import type { Memory } from './memory.ts';
import { FAILS, HOLDS, type Remainder } from './remainder.ts';

/** What is left of tests by what is known. An answer counts only where its question arises. */
export function remaindersUnder(
  { values }: Known,
  { variables, levels }: CompiledPack,
  memory: Memory,
): (test: Test) => Remainder {
  const { all, any, not, asks } = memory.remainders;
  const known = new Map<Test, Remainder>();
  const arises = new Map<QuestionId, Remainder>();

  function arising(question: QuestionId): Remainder {
    const seen = arises.get(question);
    if (seen !== undefined) return seen;
    const asked = variables.get(question)?.asked;
    const result = asked ? left(asked) : HOLDS;
    arises.set(question, result);
    return result;
  }

  /** Elsewhere the value is *does not apply*, which no test names. */
  function is(test: Test & { kind: 'is' }): Remainder {
    const value = values.get(test.question);
    if (value !== undefined) return test.answers.includes(value) ? HOLDS : FAILS;
    const arisen = arising(test.question);
    return arisen === FAILS ? FAILS : all([arisen, asking(test, variables, memory)]);
  }

  function work(test: Test): Remainder {
    switch (test.kind) {
      case 'all':
        return some(test.of, FAILS) ?? all(test.of.map(left));
      case 'any':
        return some(test.of, HOLDS) ?? any(test.of.map(left));
      case 'not':
        return not(left(test.of));
      case 'is':
        return is(test);
      default:
        return asks(levels.length + memory.literals.indexOf(nameOf(test)), [false, true]);
    }
  }

  /** What decides a test by one of its parts alone. */
  function some(parts: readonly Test[], decisive: Remainder): Remainder | undefined {
    return parts.some((part) => left(part) === decisive) ? decisive : undefined;
  }

  function left(test: Test): Remainder {
    const seen = known.get(test);
    if (seen !== undefined) return seen;
    const result = work(test);
    known.set(test, result);
    return result;
  }

  return left;
}

/** What a test of one question asks, whether it arises or not. */
function asking(
  test: Test & { kind: 'is' },
  variables: CompiledPack['variables'],
  { asks, levels, remainders }: Memory,
): Remainder {
  const seen = asks.get(test);
  if (seen !== undefined) return seen;
  const answers = variables.get(test.question)?.answers ?? [];
  const holds = answers.map((answer) => test.answers.includes(answer));
  const fresh = remainders.asks(levels.get(test.question) ?? 0, holds);
  asks.set(test, fresh);
  return fresh;
}

/** Gives the diagram of a remainder: `yes` or `no` for each way in which the open questions can turn out. */
export function diagramsOf({ remainders, tests }: Memory, diagrams: Diagrams): (one: Remainder) => Node {
  const [no, yes] = [diagrams.end(false), diagrams.end(true)];

  function joined(of: readonly Remainder[], decisive: Node, idle: Node): Node {
    const nodes = of.map(nodeOf);
    return diagrams.apply(nodes, (parts) => (parts.includes(decisive) ? decisive : idle), {
      early: (parts) => (parts.includes(decisive) ? decisive : undefined),
    });
  }

  function work(remainder: Remainder): Node {
    const part = remainders.partOf(remainder);
    switch (part.kind) {
      case 'all':
        return joined(part.of, no, yes);
      case 'any':
        return joined(part.of, yes, no);
      case 'not':
        return diagrams.apply([nodeOf(part.of)], ([end]) => (end === yes ? no : yes));
      case 'asks':
        return diagrams.ask(
          part.level,
          part.holds.map((holds) => (holds ? yes : no)),
        );
    }
  }

  function nodeOf(remainder: Remainder): Node {
    if (remainder === FAILS || remainder === HOLDS) return remainder === HOLDS ? yes : no;
    return diagrams.remember(tests, remainder, () => work(remainder));
  }

  return nodeOf;
}
