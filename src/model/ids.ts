/** Kebab-case names, each with a type of its own so that one is never taken for another. */
declare const brand: unique symbol;
type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type PackId = Id<'pack'>;
export type TopicId = Id<'topic'>;
export type FactId = Id<'fact'>;
export type AnswerId = Id<'answer'>;
export type ScreenId = Id<'screen'>;
export type ConceptId = Id<'concept'>;
export type GroupId = Id<'group'>;
export type ActionId = Id<'action'>;
export type RuleId = Id<'rule'>;
export type PriorityId = Id<'priority'>;
export type DilemmaId = Id<'dilemma'>;
export type RoleId = Id<'role'>;
export type StepId = Id<'step'>;
export type ContactId = Id<'contact'>;
export type EventId = Id<'event'>;
export type SourceId = Id<'source'>;
export type NoteId = Id<'note'>;
export type ConductId = Id<'conduct'>;

export const PRINCIPLES = ['autonomy', 'justice', 'confidentiality', 'nonmaleficence', 'competence'] as const;
export type PrincipleId = (typeof PRINCIPLES)[number];

export const STAGES = ['problem', 'people', 'resources', 'options', 'plan', 'done', 'follow-up'] as const;
/** A stage of social-work practice, in the order in which the walkthrough asks. */
export type StageId = (typeof STAGES)[number];
