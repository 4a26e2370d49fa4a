import type { Node } from '../../engine/diagram.ts';
import type { Space } from '../../engine/space.ts';
import type { Literal, Solver } from './solver.ts';

/** Gives the literal that holds where a yes-or-no function does; where the constraints refuse it may be either. */
export type Encoder = (node: Node) => Literal;

interface Ground {
  readonly space: Pick<Space, 'diagrams' | 'yes'>;
  readonly solver: Solver;
  /** The literals of the answers to the question of a level, exactly one of which holds. */
  readonly answersAt: (level: number) => readonly Literal[];
}

/**
 * Turns functions into clauses: one variable for each part of a diagram, from which the answers lead on (after Tseitin,
 * On the Complexity of Derivation in Propositional Calculus, 1968). Each part is written once, when first asked for.
 */
export function encoderOf({ space, solver, answersAt }: Ground): Encoder {
  const truth = solver.variable();
  solver.add([truth]);
  const known = new Map<Node, Literal>();
  return function holds(node): Literal {
    const parts = space.diagrams.partsOf(node);
    if (!parts) return node === space.yes ? truth : -truth;
    const seen = known.get(node);
    if (seen !== undefined) return seen;
    const next = parts.next.map(holds);
    const [first = -truth] = next;
    if (next.every((literal) => literal === first)) {
      known.set(node, first);
      return first;
    }
    const own = solver.variable();
    known.set(node, own);
    for (const [index, answer] of answersAt(parts.level).entries()) {
      const then = next[index] ?? -truth;
      solver.add([-answer, -own, then]);
      solver.add([-answer, own, -then]);
    }
    // What all answers say follows before one is given.
    solver.add([-own, ...next]);
    solver.add([own, ...next.map((literal) => -literal)]);
    return own;
  };
}

/** New variables of which exactly one holds. */
export function oneOf(count: number, solver: Solver): Literal[] {
  const literals = Array.from({ length: count }, () => solver.variable());
  solver.add(literals);
  for (const [index, first] of literals.entries())
    for (const second of literals.slice(index + 1)) solver.add([-first, -second]);
  return literals;
}

/** A new variable that holds where all of some literals do. */
export function allOf(literals: readonly Literal[], solver: Solver): Literal {
  const all = solver.variable();
  for (const literal of literals) solver.add([-all, literal]);
  solver.add([all, ...literals.map((literal) => -literal)]);
  return all;
}

/** A literal that holds where any of some do. */
export function anyOf(literals: readonly Literal[], solver: Solver): Literal {
  return -allOf(
    literals.map((literal) => -literal),
    solver,
  );
}
