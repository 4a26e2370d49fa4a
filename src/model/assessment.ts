import type {
  ActionId,
  AnswerId,
  ConductId,
  DilemmaId,
  FactId,
  NoteId,
  PrincipleId,
  PriorityId,
  RuleId,
  StepId,
  TopicId,
} from './ids.ts';
import type { Grade, SourceKind, Verdict } from './pack.ts';

/** A fact, or the one question that screens an unmarked safety topic. */
export type QuestionId = FactId | `topic:${string}`;

/** The question that screens a topic. */
export function topicQuestion(topic: TopicId): QuestionId {
  return `topic:${topic}`;
}

/** The topic that a question screens; `undefined`: it asks for a fact. */
export function topicOf(question: string): TopicId | undefined {
  return question.startsWith('topic:') ? (question.slice('topic:'.length) as TopicId) : undefined;
}

/** A verdict with its grade: `must` and `must-not` are duties, `contested` is of duties or of advice. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly grade: Grade | null;
}

export type FactValue = AnswerId | 'does-not-apply' | 'unknown' | 'withheld' | 'find-out';

export interface AssessedFact {
  readonly id: FactId;
  readonly answer: FactValue;
  /** The number behind a band, or the date of `find-out`, as given. */
  readonly detail?: string;
  /** `filled-in`: the constraints leave one answer. `parked`: given, but not part of this dilemma; not used. */
  readonly from: 'given' | 'filled-in' | 'parked' | 'does-not-apply';
}

export interface AssessedTopic {
  readonly id: TopicId;
  readonly state: 'marked' | 'not-part' | 'unknown';
  readonly from: 'given' | 'screened' | 'filled-in' | 'never-asked';
}

export interface SetAside {
  readonly rule: RuleId;
  readonly through: { readonly priority: PriorityId } | 'grade' | 'not-together';
}

export interface RuleAssessment {
  readonly id: RuleId;
  /** Facts and topic questions that its condition and exception rest on. */
  readonly facts: readonly QuestionId[];
  /** Stands in every completion. */
  readonly standing: boolean;
  /** Applies in some completions only. */
  readonly possible: boolean;
  readonly setAsideBy: readonly SetAside[];
}

export interface ActionAssessment {
  readonly id: ActionId;
  /** 2: named by a safeguard, decided after the principles' yielding is known. */
  readonly round: 1 | 2;
  readonly verdict: Verdict | 'depends';
  readonly grade: Grade | null;
  readonly through: 'own' | 'not-together';
  /** One outcome where settled. Where `exact` is false it holds at least what is possible. */
  readonly possible: readonly Outcome[];
  readonly exact: boolean;
  readonly dependsOn: readonly QuestionId[];
  readonly notTogetherWith: readonly ActionId[];
  readonly contestedWith: readonly ActionId[];
  readonly considering: boolean;
  readonly decided?: 'do' | 'do-not';
  /** Decided against a final must or must-not: the duty stays on the screen. */
  readonly unmet: boolean;
  /** Applicable or possibly applicable rules, in file order. */
  readonly rules: readonly RuleAssessment[];
}

/** Which actions are done and which are left in one way out of the dilemmas. */
export interface WayOut {
  readonly do: readonly ActionId[];
  readonly leave: readonly ActionId[];
}

export interface DilemmaAssessment {
  /** The id under which the pack declares it, if it does. */
  readonly id: DilemmaId | null;
  readonly grade: Grade;
  readonly actions: readonly ActionId[];
  readonly waysOut: readonly WayOut[];
  /** There were more than the 64 that are listed. */
  readonly more: boolean;
}

export interface PrincipleAssessment {
  readonly id: PrincipleId;
  readonly status: 'in-conflict' | 'yields' | 'unclear' | 'served' | 'not-engaged';
  /** For `yields`: to which principle, on which action, through what. */
  readonly to: readonly {
    readonly principle: PrincipleId;
    readonly action: ActionId;
    readonly through: { readonly priority: PriorityId } | 'grade' | 'not-together';
  }[];
  readonly dependsOn: readonly QuestionId[];
}

/** Under what decision something is owed; null: whatever is decided. */
export type OwedIf =
  | WayOut
  | { readonly departs: { readonly must: ActionId } | { readonly 'must-not': ActionId } }
  | null;

export interface StepAssessment {
  readonly id: StepId;
  readonly owed: 'yes' | 'possible' | 'if';
  readonly if: OwedIf;
  readonly dependsOn: readonly QuestionId[];
  /** The role cannot be reached (`no`) or may not be (`unknown`): its fallback is owed too. */
  readonly reachable: 'yes' | 'no' | 'unknown';
  /** The step that this one stands in for. */
  readonly insteadOf: StepId | null;
  /** It discloses or coerces, and rests on not knowing or on a dilemma: only prepared. */
  readonly prepare: boolean;
}

export interface SafeguardAssessment {
  readonly action: ActionId;
  readonly verdict: Verdict | 'depends';
  readonly owed: 'yes' | 'possible' | 'if';
  readonly if: OwedIf;
  readonly rules: readonly RuleId[];
  readonly dependsOn: readonly QuestionId[];
  /** It discloses outside or coerces, and rests on not knowing or on a dilemma: only prepared. */
  readonly prepare: boolean;
}

export interface Precaution {
  readonly fact: FactId;
  readonly value: AnswerId;
}

export interface MeanwhileAction {
  readonly id: ActionId;
  readonly verdict: Verdict;
  /** Discloses outside or coerces: may only be prepared until the questions are asked. */
  readonly prepare: boolean;
  readonly askFirst: readonly QuestionId[];
  /** What holds only because of it: what it puts out, its safeguards, its escalation. */
  readonly brings: readonly (
    | { readonly action: ActionId; readonly verdict: Verdict }
    | { readonly step: StepId }
  )[];
}

export interface Meanwhile {
  readonly settledFor: readonly ActionId[];
  readonly settledAgainst: readonly ActionId[];
  readonly asIf: {
    readonly facts: readonly Precaution[];
    readonly actions: readonly MeanwhileAction[];
    /** Steps that the cautious values bring by themselves, not through one of the actions. */
    readonly steps: readonly {
      readonly id: StepId;
      readonly prepare: boolean;
      readonly askFirst: readonly QuestionId[];
    }[];
  };
}

export interface Parting {
  readonly action: ActionId;
  readonly byKind: Readonly<
    Partial<Record<SourceKind, { readonly verdict: Verdict; readonly rules: readonly RuleId[] }>>
  >;
  /** The priority of the losing kind that decides it, or null: then legal or ethics advice. */
  readonly settledBy: PriorityId | null;
}

export interface FindOut {
  readonly question: QuestionId;
  /** What each answer would leave of the verdicts that hang on it. */
  readonly changes: readonly {
    readonly answer: AnswerId | 'yes' | 'no';
    readonly verdicts: Readonly<Record<string, Verdict | 'depends'>>;
  }[];
}

export interface NearestChange {
  readonly action: ActionId;
  readonly to: Verdict;
  readonly kind: 'bring-about' | 'find-out' | 'given';
  readonly set: Readonly<Record<string, string>>;
}

/** A fault of the pack that showed in this dilemma: a cycle of priorities, or two that disagree. */
export interface PackFault {
  readonly kind: 'priority-cycle' | 'priorities-disagree';
  readonly rules: readonly RuleId[];
  readonly priorities: readonly PriorityId[];
}

export type Headline = 'act-now' | 'do' | 'consult' | 'find-out' | 'nothing-said';

/**
 * What the pack says about one dilemma: ids, verdict sets and who defeated whom. No words, no clock, no language.
 *
 * INVARIANT: the same dilemma and pack give the same value, whatever the order of files, keys and rules.
 */
export interface Assessment {
  readonly headline: Headline;
  readonly facts: readonly AssessedFact[];
  /** Smallest set of answers that cannot hold together; empty when they can. Nothing else is then said. */
  readonly contradiction: readonly FactId[];
  readonly topics: readonly AssessedTopic[];
  /** Every action of the pack, by phase, `after`, verdict, id; printing leaves out what is silent and not considered. */
  readonly actions: readonly ActionAssessment[];
  readonly dilemmas: readonly DilemmaAssessment[];
  readonly principles: readonly PrincipleAssessment[];
  readonly escalation: readonly StepAssessment[];
  readonly safeguards: readonly SafeguardAssessment[];
  readonly meanwhile: Meanwhile;
  readonly partings: readonly Parting[];
  readonly findOut: readonly FindOut[];
  readonly nearestChange: readonly NearestChange[];
  readonly conduct: readonly ConductId[];
  readonly notes: readonly NoteId[];
  readonly packFaults: readonly PackFault[];
}
