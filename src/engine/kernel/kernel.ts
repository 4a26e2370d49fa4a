import type { Pack } from '../../model/pack.ts';
import type { Component } from '../compiled.ts';
import { once } from '../once.ts';
import { settleComponent } from './exclude.ts';
import { type Reader, type Reading, readerOf } from './reader.ts';
import { type Work, workOn } from './settle.ts';
import { tablesOf } from './tables.ts';

/**
 * A pack as numbers: what is known becomes marks, rules become places among them, and steps 1 to 5 are worked out in
 * arrays without a word. For one dilemma after another, at some tens of nanoseconds for each rule.
 */
export interface Kernel {
  readonly read: Reader;
  readonly emptyReading: () => Reading;
  /**
   * Works out steps 2 to 5 for the component of a number, by a reading in which nothing of it is open; what it found is
   * in `work` until the next call.
   *
   * @returns false where priorities run in a circle or disagree: then only the plain reading tells what holds
   */
  readonly settle: (component: number, reading: Reading) => boolean;
  readonly work: Work;
}

/** Makes the kernel of a pack; its parts are made when they are first used. */
export function kernelOf(components: readonly Component[], pack: Pack): Kernel {
  const reader = once(() => readerOf(components, pack));
  const work = once(() => workOn(tablesOf(components, pack)));
  return {
    read: (values, into) => reader()(values, into),
    emptyReading: () => ({
      applies: new Uint8Array(pack.rules.size),
      holds: new Uint8Array(pack.priorities.size),
    }),
    settle: (component, reading) => {
      const own = work();
      own.reading = reading;
      return settleComponent(component, own);
    },
    get work() {
      return work();
    },
  };
}
