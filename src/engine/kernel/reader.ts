import type { Pack } from '../../model/pack.ts';
import type { Component } from '../compiled.ts';
import { gatesOver } from './gates.ts';
import type { Marking } from './marking.ts';

/** Which rules apply and which priorities hold, one mark each by their number (`at`). */
export interface Reading {
  readonly applies: Uint8Array;
  readonly holds: Uint8Array;
}

/** Reads what is known into marks of the rules and priorities of a pack; into a reading that is given, or a new one. */
export type Reader = (values: Parameters<Marking>[0], into?: Reading) => Reading;

export function readerOf(components: readonly Component[], { concepts, priorities, rules }: Pack): Reader {
  const gates = gatesOver(concepts);
  const ofRules = new Int32Array(rules.size);
  const ofPriorities = new Int32Array(priorities.size);
  for (const component of components) {
    for (const { at, rule } of component.rules) ofRules[at] = gates.placeOf(rule.when, rule.unless);
    for (const { at, priority } of component.priorities) ofPriorities[at] = gates.placeOf(priority.when);
  }
  const marksOf = gates.close();
  return (values, into) => {
    const marks = marksOf(values);
    const { applies, holds } = into ?? {
      applies: new Uint8Array(ofRules.length),
      holds: new Uint8Array(ofPriorities.length),
    };
    for (let at = 0; at < ofRules.length; at += 1) applies[at] = marks[ofRules[at] ?? 0] ?? 0;
    for (let at = 0; at < ofPriorities.length; at += 1) holds[at] = marks[ofPriorities[at] ?? 0] ?? 0;
    return { applies, holds };
  };
}
