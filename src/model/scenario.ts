import type { FactValue } from './assessment.ts';
import type { CaseFile, Dilemma, Given } from './case-file.ts';
import type { ActionId, FactId, PackId, PrincipleId, SourceId, StepId, TopicId } from './ids.ts';
import type { Verdict } from './pack.ts';
import type { Place, Text } from './text.ts';

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

/** One choice of a stage: what it adds to the facts and decides, and where it leads. */
export interface ScenarioOption {
  readonly id: string;
  readonly facts: ReadonlyMap<FactId, Given>;
  readonly decided: ReadonlyMap<ActionId, 'do' | 'do-not'>;
  /** A stage or an end. */
  readonly then: string;
}

export interface ScenarioStage {
  readonly id: string;
  readonly facts: ReadonlyMap<FactId, Given>;
  readonly options: readonly ScenarioOption[];
}

/** One test of a staged scenario: an option for each stage that is passed. */
export interface ScenarioTest {
  readonly name: string;
  readonly place: Place;
  readonly path: ReadonlyMap<string, string>;
  readonly expect: Expectation;
}

/** What both kinds of scenario say of themselves. */
export interface ScenarioHead {
  readonly file: string;
  readonly id?: string;
  readonly title?: Text;
  readonly pack?: PackId;
}

/** One dilemma and what it must come to. */
export interface FlatScenario extends ScenarioHead {
  readonly kind: 'flat';
  readonly dilemma: CaseFile;
  readonly expect: Expectation;
}

/** A dilemma that unfolds: facts stage by stage, choices, ends, and tests along paths. */
export interface StagedScenario extends ScenarioHead {
  readonly kind: 'staged';
  readonly start: string;
  readonly topics?: ReadonlySet<TopicId>;
  readonly stages: ReadonlyMap<string, ScenarioStage>;
  readonly ends: ReadonlySet<string>;
  readonly tests: readonly ScenarioTest[];
}

export type Scenario = FlatScenario | StagedScenario;

/** Where a path leads: the facts gathered, what was decided, and the end or the stage at which it stops. */
export interface Walked {
  readonly dilemma: Dilemma;
  readonly at: string;
}

/** One expectation that did not hold. */
export interface ScenarioFailure {
  readonly kind: 'verdicts' | 'yields' | 'escalates' | 'cites' | 'never' | 'departs' | 'end';
  /** The action, principle, step or source; for `end` the end. */
  readonly id: string;
  readonly place: Place;
  readonly expected: readonly string[];
  readonly got: readonly string[];
  /** The facts on which what came rests. */
  readonly facts: readonly { readonly id: string; readonly answer: FactValue | 'marked' | 'not-part' }[];
}

export interface ScenarioTestResult {
  readonly name: string;
  readonly failures: readonly ScenarioFailure[];
}

/** What came of one scenario file; a flat one has a single test, named after it. */
export interface ScenarioResult {
  readonly file: string;
  readonly id: string;
  readonly pack: string;
  readonly tests: readonly ScenarioTestResult[];
}
