import type { Condition } from './condition.ts';
import type {
  ActionId,
  AnswerId,
  ConceptId,
  ConductId,
  ContactId,
  DilemmaId,
  EventId,
  FactId,
  GroupId,
  NoteId,
  PackId,
  PrincipleId,
  PriorityId,
  RoleId,
  RuleId,
  ScreenId,
  SourceId,
  StageId,
  StepId,
  TopicId,
} from './ids.ts';
import type { Lang, Place, Text } from './text.ts';

/** What every named piece of a pack carries: where it was written and which pack of the chain wrote it. */
export interface Piece<Id extends string> {
  readonly id: Id;
  readonly place: Place;
  readonly pack: PackId;
}

export const SOURCE_KINDS = ['law', 'code', 'policy', 'ethics'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** `text-seen`: the text itself was read; `second-hand`: another source reports it; `own-reading`: our synthesis. */
export type CheckedHow = 'text-seen' | 'second-hand' | 'own-reading';

export interface Source extends Piece<SourceId> {
  readonly kind: SourceKind;
  readonly title: Text;
  /** Country or `international`; a rule never makes a must of law outside its pack's jurisdiction. */
  readonly jurisdiction: string;
  readonly edition?: string;
  readonly checked: { readonly how: CheckedHow; readonly on: string };
  readonly where?: string;
  /** Place in the text → what it is called, e.g. `'44(1)'` → Pasal 44 ayat (1). */
  readonly places: ReadonlyMap<string, { readonly text: Text; readonly checked?: CheckedHow }>;
}

/** `source#place` as it stands in a rule. */
export interface Citation {
  readonly source: SourceId;
  readonly place?: string;
}

export interface Topic extends Piece<TopicId> {
  readonly text: Text;
  /** What counts as part of it. */
  readonly help?: Text;
  readonly safety: boolean;
  /** Asked when a safety topic was left unmarked; always there for a safety topic. */
  readonly screening?: Text;
}

export interface Answer {
  readonly id: AnswerId;
  readonly text: Text;
  /** Half-open interval of a band, `from` included, `below` not; absent on answers that are no bands. */
  readonly band?: { readonly from: number; readonly below: number };
}

export interface Fact extends Piece<FactId> {
  readonly stage: StageId;
  readonly ask: Text;
  readonly help?: Text;
  /** In the author's order; never `does-not-apply`, which is there when `topics` or `askedWhen` is. */
  readonly answers: readonly Answer[];
  /** The fact is asked when any of these is marked; empty: whatever is marked. */
  readonly topics: readonly TopicId[];
  readonly askedWhen?: Condition;
  /** A plea, an order or a threat: matters, and is never a veto. */
  readonly pressure: boolean;
  /** What the worker can do to change it; such a change dissolves a dilemma more often than any other. */
  readonly changeableBy?: ActionId;
  readonly whileUnknown?: { readonly actAsIf: AnswerId; readonly because: Text; readonly source: Citation };
}

/** Questions that are asked together, on one page, as far as they are open; what they mean stays with each of them. */
export interface Screen extends Piece<ScreenId> {
  /** What they have in common: one line above them. */
  readonly ask: Text;
  /** In the order in which they are shown; a fact stands in one screen at most. */
  readonly facts: readonly FactId[];
}

export interface Concept extends Piece<ConceptId> {
  readonly text?: Text;
  readonly when: Condition;
}

export interface Principle extends Piece<PrincipleId> {
  readonly name: Text;
  readonly statement: Text;
  readonly sources: readonly Citation[];
}

export const ACTION_KINDS = [
  'help',
  'tell',
  'refuse',
  'consult',
  'refer',
  'repair',
  'record',
  'conduct',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];
export const PHASES = ['now', 'today', 'before-acting', 'this-week', 'later'] as const;
export type Phase = (typeof PHASES)[number];
export const DISCLOSURES = ['none', 'inside', 'advice', 'outside'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

export interface Group extends Piece<GroupId> {
  readonly text: Text;
}

export interface Action extends Piece<ActionId> {
  readonly text: Text;
  readonly help?: Text;
  readonly kind: ActionKind;
  readonly phase: Phase;
  readonly discloses: Disclosure;
  readonly coerces: boolean;
  readonly groups: readonly GroupId[];
  readonly after: readonly ActionId[];
  readonly about: readonly TopicId[];
  /** Symmetric: the loader adds the other direction. */
  readonly excludes: readonly ActionId[];
  readonly entails: readonly ActionId[];
}

export const MODALITIES = ['must', 'should', 'may', 'should-not', 'must-not'] as const;
export type Modality = (typeof MODALITIES)[number];

/** One norm on one action: a shorthand over several actions or a group is already spread out. */
export interface Rule extends Piece<RuleId> {
  /** What the author called it; several rules of one shorthand share it. Equal to `id` when there is one. */
  readonly name: string;
  readonly principle: PrincipleId;
  readonly modality: Modality;
  readonly action: ActionId;
  readonly group?: GroupId;
  /** Absent: always. */
  readonly when?: Condition;
  readonly unless?: Condition;
  readonly because: Text;
  readonly source: Citation;
  readonly tags: readonly string[];
  readonly absolute: boolean;
  /** A safeguard: its condition may say `yields` and `departs`. */
  readonly safeguard: boolean;
}

/** One end of a priority: the rules of one name, of a principle, or with a tag. */
export type PriorityEnd =
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'principle'; readonly principle: PrincipleId };

export interface Priority extends Piece<PriorityId> {
  readonly prefer: PriorityEnd;
  readonly over: PriorityEnd;
  readonly when?: Condition;
  readonly because: Text;
  readonly source: Citation;
}

export interface Contact extends Piece<ContactId> {
  readonly text: Text;
  /** What to dial or open, as printed; absent where it is local and must be looked up. */
  readonly reach?: string;
  readonly note?: Text;
  /** Month in which it was last seen, `2026-01`. */
  readonly checked: string;
  /** Month from which it should be checked again. */
  readonly checkAgain: string;
  readonly source: string;
}

export interface Role extends Piece<RoleId> {
  readonly text: Text;
  readonly reachableWhen?: Condition;
  readonly contacts: readonly ContactId[];
}

export type Trigger =
  | { readonly kind: 'when'; readonly when: Condition }
  | { readonly kind: 'on'; readonly action: ActionId; readonly verdicts: readonly Verdict[] }
  | { readonly kind: 'dilemma'; readonly dilemma: DilemmaId | 'any' }
  | { readonly kind: 'parting' };

/** What a step needs beside a person who walks: every chain of fallbacks ends in one that needs nothing. */
export type StepNeeds = 'nothing' | 'phone' | 'network';

export interface Step extends Piece<StepId> {
  readonly text: Text;
  readonly to: RoleId;
  /** Any of these brings the step about; empty: only as a fallback. */
  readonly triggers: readonly Trigger[];
  readonly phase: Phase;
  /** ISO 8601 duration, elapsed time. */
  readonly within: string;
  readonly from: EventId;
  readonly tell: Text;
  readonly withhold?: Text;
  readonly discloses: Disclosure;
  readonly coerces: boolean;
  readonly needs: StepNeeds;
  readonly contacts: readonly ContactId[];
  readonly fallback: readonly StepId[];
  readonly because: Text;
  readonly source: Citation;
}

export interface Constraint extends Piece<string> {
  readonly never: Condition;
  readonly because: Text;
  readonly source?: Citation;
}

export interface Note extends Piece<NoteId> {
  readonly text: Text;
  readonly when?: Condition;
  readonly sources: readonly Citation[];
}

export interface Conduct extends Piece<ConductId> {
  readonly text: Text;
  readonly sources: readonly Citation[];
}

export interface DeclaredDilemma extends Piece<DilemmaId> {
  readonly actions: readonly ActionId[];
  readonly because: Text;
  readonly source: Citation;
}

/** A sentence that must hold of every dilemma; `rules check` proves it. */
export interface Property extends Piece<string> {
  readonly whenever?: Condition;
  /** Actions that have one of these verdicts where `then` must hold. */
  readonly wheneverVerdict?: Readonly<Record<string, Verdict | readonly Verdict[]>>;
  readonly then?: unknown;
  readonly unmovedBy?: FactId;
  /** A fact with which no must and no must-not comes or goes, on the actions `on` or on all. */
  readonly noDutyMovedBy?: FactId;
  /** A pack of the chain whose duties on the actions `on` are duties here too. */
  readonly nowhereWeakerThan?: PackId;
  readonly on?: readonly ActionId[];
}

export interface Event extends Piece<EventId> {
  readonly text: Text;
}

/** What an overlay did to a piece of the pack below it, and why. */
export interface OverlayChange {
  readonly section: string;
  readonly id: string;
  readonly how: 'replaced' | 'switched-off';
  readonly reason: Text;
  readonly pack: PackId;
  readonly place: Place;
}

export interface Panel {
  /** When an answer makes this hold, the walkthrough shows the panel again, once. */
  readonly when?: Condition;
  readonly contacts: readonly ContactId[];
}

/** A pack laid over those it extends: linked, checked, with every shorthand spread out. Maps keep file order. */
export interface Pack {
  readonly id: PackId;
  readonly version: string;
  /** `sha256-` and hex, over all files of the chain. */
  readonly digest: string;
  readonly title: Text;
  readonly languages: readonly Lang[];
  readonly jurisdiction: string;
  /** The place whose numbers ring, e.g. Indonesia. */
  readonly placeName: Text;
  readonly licence: string;
  readonly reviewed: string;
  /** This pack first, then what it extends. */
  readonly chain: readonly { readonly id: PackId; readonly version: string }[];
  readonly changes: readonly OverlayChange[];
  readonly topics: ReadonlyMap<TopicId, Topic>;
  readonly facts: ReadonlyMap<FactId, Fact>;
  readonly screens: ReadonlyMap<ScreenId, Screen>;
  readonly concepts: ReadonlyMap<ConceptId, Concept>;
  readonly principles: ReadonlyMap<PrincipleId, Principle>;
  readonly groups: ReadonlyMap<GroupId, Group>;
  readonly actions: ReadonlyMap<ActionId, Action>;
  /** Ordinary rules and safeguards together. */
  readonly rules: ReadonlyMap<RuleId, Rule>;
  readonly priorities: ReadonlyMap<PriorityId, Priority>;
  readonly events: ReadonlyMap<EventId, Event>;
  readonly roles: ReadonlyMap<RoleId, Role>;
  readonly steps: ReadonlyMap<StepId, Step>;
  readonly contacts: ReadonlyMap<ContactId, Contact>;
  readonly panel: Panel;
  readonly constraints: ReadonlyMap<string, Constraint>;
  readonly notes: ReadonlyMap<NoteId, Note>;
  readonly conduct: ReadonlyMap<ConductId, Conduct>;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly dilemmas: ReadonlyMap<DilemmaId, DeclaredDilemma>;
  readonly properties: ReadonlyMap<string, Property>;
}

export const VERDICTS = ['must', 'should', 'may', 'should-not', 'must-not', 'contested', 'silent'] as const;
/** What the pack says about one action in one dilemma. */
export type Verdict = (typeof VERDICTS)[number];
export type Grade = 'duty' | 'advice';
