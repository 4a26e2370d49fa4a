import type { Code } from '../problems/codes.ts';

/** How the program ends; BSD sysexits where one fits. */
export const EXIT = {
  done: 0,
  found: 1,
  use: 64,
  content: 65,
  missing: 66,
  bug: 70,
  cannotCreate: 73,
  io: 74,
  configuration: 78,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Codes that end otherwise than their family. */
const OWN: Readonly<Partial<Record<Code, ExitCode>>> = {
  // A pack that was asked for by name and is not there.
  E330: EXIT.missing,
  E601: EXIT.missing,
  E602: EXIT.cannotCreate,
  E603: EXIT.missing,
  E606: EXIT.use,
  E607: EXIT.use,
  E608: EXIT.missing,
  E609: EXIT.io,
  E610: EXIT.io,
  E611: EXIT.io,
  E615: EXIT.configuration,
  E616: EXIT.cannotCreate,
  E617: EXIT.use,
  E618: EXIT.use,
  E620: EXIT.cannotCreate,
  E623: EXIT.use,
  E624: EXIT.use,
  E625: EXIT.missing,
  E627: EXIT.use,
  E628: EXIT.missing,
  E630: EXIT.use,
  E631: EXIT.io,
  E632: EXIT.cannotCreate,
  E633: EXIT.use,
  E636: EXIT.use,
  E637: EXIT.use,
  E701: EXIT.missing,
  E703: EXIT.missing,
  E704: EXIT.content,
  E705: EXIT.content,
  E706: EXIT.cannotCreate,
  E707: EXIT.cannotCreate,
  E708: EXIT.cannotCreate,
  E710: EXIT.cannotCreate,
  E819: EXIT.missing,
  E820: EXIT.missing,
  E830: EXIT.missing,
  E831: EXIT.content,
  E832: EXIT.content,
  E833: EXIT.missing,
};

/** The longest beginning of a code that is listed here decides. */
const FAMILIES: readonly (readonly [string, ExitCode])[] = [
  ['E85', EXIT.configuration],
  ['E8', EXIT.use],
  ['E7', EXIT.io],
  ['E', EXIT.content],
];

/** Says how the program ends on a problem of this code. */
export function exitCodeOf(code: Code): ExitCode {
  return OWN[code] ?? FAMILIES.find(([family]) => code.startsWith(family))?.[1] ?? EXIT.content;
}

/** The exit code that a walkthrough ended with, as one of ours. */
export function endingOf(code: number): ExitCode {
  return Object.values(EXIT).find((one) => one === code) ?? EXIT.bug;
}
