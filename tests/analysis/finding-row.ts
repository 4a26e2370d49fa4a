import type { TinyPack } from '../support/tiny-types.ts';
import type { TinyProperty } from './checked.ts';

/** A tiny pack and what a check finds in it. */
export interface Row {
  readonly name: string;
  readonly pack: TinyPack;
  readonly properties?: Readonly<Record<string, TinyProperty>>;
  /** By kind: what is found, as the words of `about`. Kinds that are not named are not found. */
  readonly finds: Readonly<Record<string, readonly string[]>>;
  /** By the words of `about`: the simplest dilemma in which it shows. */
  readonly simplest?: Readonly<Record<string, readonly string[]>>;
}

export const FACTS = { x: 'yes-no', y: 'yes-no' } as const;
/** Rules that make both facts matter and collide nowhere. */
export const BOTH = {
  r1: { must: 'a', when: { x: 'yes' } },
  r2: { should: 'b', when: { y: 'yes' } },
} as const;
