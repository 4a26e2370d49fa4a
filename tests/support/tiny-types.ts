import type { PRINCIPLES } from '../../src/model/ids.ts';
import type { Action, Modality, SOURCE_KINDS, Step } from '../../src/model/pack.ts';
import type { TinyCondition } from './tiny-condition.ts';

/** `yes-no`, a list of answers, or a mapping that says more. Bands: name to the first number above it, or `end`. */
export type TinyFact =
  | 'yes-no'
  | readonly string[]
  | {
      readonly answers?: 'yes-no' | readonly string[];
      readonly bands?: Readonly<Record<string, number | 'end'>>;
      readonly topic?: string | readonly string[];
      readonly 'asked-when'?: TinyCondition;
      readonly pressure?: 'yes' | 'no';
      readonly changeable?: string;
      readonly 'act-as-if'?: string;
    };

export interface TinyAction {
  readonly excludes?: readonly string[];
  readonly entails?: readonly string[];
  readonly after?: readonly string[];
  readonly about?: readonly string[];
  readonly groups?: readonly string[];
  readonly discloses?: Action['discloses'];
  readonly coerces?: 'yes' | 'no';
  readonly kind?: Action['kind'];
  readonly phase?: Action['phase'];
}

/** `must a`, or a mapping with one modality as its key. `of` is the principle, `source` the kind of source. */
export type TinyRule =
  | string
  | ({ readonly [M in Modality]?: string | readonly string[] } & {
      readonly of?: (typeof PRINCIPLES)[number] | undefined;
      readonly when?: TinyCondition | undefined;
      readonly unless?: TinyCondition | undefined;
      readonly source?: (typeof SOURCE_KINDS)[number] | undefined;
      readonly tags?: readonly string[] | undefined;
      readonly absolute?: 'yes' | 'no';
    });

/** `r1 over r2`; an end may be `tag:x` or `principle:x`. */
export type TinyPriority =
  | string
  | {
      readonly prefer: string;
      readonly over: string;
      readonly when?: TinyCondition;
      readonly source?: (typeof SOURCE_KINDS)[number];
    };

export interface TinyStep {
  readonly to?: string;
  readonly when?: TinyCondition;
  readonly on?: Readonly<Record<string, string | readonly string[]>>;
  readonly dilemma?: string;
  readonly parting?: 'any';
  readonly phase?: Step['phase'];
  readonly within?: string;
  readonly discloses?: Step['discloses'];
  readonly coerces?: 'yes' | 'no';
  readonly needs?: Step['needs'];
  readonly fallback?: readonly string[];
}

/** A pack in a few lines; everything that it leaves out gets a harmless default. */
export interface TinyPack {
  readonly topics?: Readonly<Record<string, 'plain' | 'safety'>>;
  readonly facts?: Readonly<Record<string, TinyFact>>;
  /** Facts that are asked together, by the id of their screen. */
  readonly screens?: Readonly<Record<string, readonly string[]>>;
  readonly concepts?: Readonly<Record<string, TinyCondition>>;
  readonly constraints?: Readonly<Record<string, TinyCondition>>;
  /** Actions that only rules name are added without being listed. */
  readonly actions?: readonly string[] | Readonly<Record<string, TinyAction | null>>;
  readonly rules?: Readonly<Record<string, TinyRule>>;
  readonly safeguards?: Readonly<Record<string, TinyRule>>;
  readonly priorities?: Readonly<Record<string, TinyPriority>>;
  readonly roles?: Readonly<Record<string, TinyCondition | null>>;
  readonly steps?: Readonly<Record<string, TinyStep>>;
  readonly dilemmas?: Readonly<Record<string, readonly string[]>>;
  readonly notes?: Readonly<Record<string, TinyCondition | null>>;
  readonly conduct?: readonly string[];
}

export type Table<T> = Readonly<Record<string, T>>;
