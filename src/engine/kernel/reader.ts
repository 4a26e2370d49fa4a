import type { Pack } from '../../model/pack.ts';
import type { Component } from '../compiled.ts';
import { gatesOver } from './gates.ts';
import { allOf, type Marking, WIDTH } from './marking.ts';

/** Which rules apply and which priorities hold, one mark each by their number (`at`). */
export interface Reading {
  readonly applies: Uint8Array;
  readonly holds: Uint8Array;
}

/** Reads what is known into marks of the rules and priorities of a pack; into a reading that is given, or a new one. */
export type Reader = (values: Parameters<Marking>[0], into?: Reading) => Reading;

export function readerOf(components: readonly Component[], { concepts, priorities, rules }: Pack): Reader {
  const gates = gatesOver(concepts);
  const ofRules = new Int32Array(WIDTH * rules.size);
  const ofPriorities = new Int32Array(WIDTH * priorities.size);
  for (const component of components) {
    for (const { at, rule } of component.rules) gates.wire(ofRules, at, rule);
    for (const { at, priority } of component.priorities) gates.wire(ofPriorities, at, priority);
  }
  const marksOf = gates.close();
  return (values, into) => {
    const marks = marksOf(values);
    const { applies, holds } = into ?? {
      applies: new Uint8Array(rules.size),
      holds: new Uint8Array(priorities.size),
    };
    for (let at = 0; at < applies.length; at += 1) applies[at] = allOf(ofRules, at, marks);
    for (let at = 0; at < holds.length; at += 1) holds[at] = allOf(ofPriorities, at, marks);
    return { applies, holds };
  };
}
