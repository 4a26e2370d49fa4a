import type { FactValue } from './assessment.ts';
import type { CaseFile } from './case-file.ts';
import type { ActionId, PrincipleId, SourceId, StepId } from './ids.ts';
import type { Verdict } from './pack.ts';
import type { Place } from './text.ts';

/** What can be expected of one action. */
export type ExpectedVerdict = Verdict | 'depends';

/** One thing expected, with the line on which it is. */
export interface Expected<T> {
  readonly value: T;
  readonly place: Place;
}

/** What a scenario, or one test of a staged one, expects of the result; what is left out is not looked at. */
export interface Expectation {
  readonly verdicts: readonly Expected<{
    readonly action: ActionId;
    readonly words: readonly ExpectedVerdict[];
  }>[];
  readonly yields: readonly Expected<PrincipleId>[];
  /** Owed steps in this order; others may stand between them. */
  readonly escalates: readonly Expected<StepId>[];
  /** Sources of the rules and steps that are shown. */
  readonly cites: readonly Expected<SourceId>[];
  /** Neither must, should nor may, not even possibly. */
  readonly never: readonly Expected<ActionId>[];
  /** Duties that the path departs from. */
  readonly departs: readonly Expected<ActionId>[];
  readonly end?: Expected<string>;
}

/** A dilemma and what it must come to: a flat scenario, or one path through a staged one. */
export interface ScenarioTest {
  readonly name: string;
  readonly place: Place;
  readonly dilemma: CaseFile;
  /** The end or the stage at which the path stops; absent in a flat scenario. */
  readonly at?: string;
  readonly expect: Expectation;
}

/** A scenario as far as its tests go; a flat one has a single test. */
export interface Scenario {
  readonly file: string;
  readonly id: string;
  /** For whom it is, and which principles are in tension, as its head says. */
  readonly level?: string;
  readonly principles?: readonly string[];
  readonly tests: readonly ScenarioTest[];
}

/** One expectation that did not hold. */
export interface ScenarioFailure {
  readonly kind: 'verdicts' | 'yields' | 'escalates' | 'cites' | 'never' | 'departs' | 'end';
  /** The action, principle, step or source; for `end` the end. */
  readonly id: string;
  readonly place: Place;
  /** Empty for `never` and `departs`, whose name says it. */
  readonly expected: readonly string[];
  readonly got: readonly string[];
  /** The facts on which what came rests; a topic is `topic:<id>`. */
  readonly facts: readonly {
    readonly id: string;
    readonly answer: FactValue | 'marked' | 'not-part';
  }[];
}

export interface ScenarioTestResult {
  readonly name: string;
  readonly place: Place;
  readonly failures: readonly ScenarioFailure[];
}

/** What came of one scenario file. */
export interface ScenarioResult {
  readonly file: string;
  readonly id: string;
  readonly pack: string;
  readonly tests: readonly ScenarioTestResult[];
}
