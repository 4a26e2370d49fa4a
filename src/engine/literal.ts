import type { PrincipleId } from '../model/ids.ts';
import type { Departure, Literal } from './condition.ts';

/** The name of what a test rests on; the same for equal ones. */
export function nameOf(literal: Literal): string {
  if (literal.kind === 'yields') return `yields ${literal.principle}`;
  return literal.kind === 'departs' ? `departs ${literal.departure}` : literal.question;
}

/** The literal of a name. */
export function literalOf(name: string): Literal {
  const [kind, rest = ''] = name.split(' ');
  return kind === 'yields'
    ? { kind: 'yields', principle: rest as PrincipleId }
    : { kind: 'departs', departure: rest as Departure };
}
