import type { Given } from '../../model/case-file.ts';
import type { ActionId, FactId, TopicId } from '../../model/ids.ts';

export const PEOPLE = ['affected', 'to-hear', 'not-to-tell'] as const;
/** Who was asked for advice, told, and heard already: asked where the worker wants it in the record. */
export const PEOPLE_DONE = ['consulted', 'informed', 'heard'] as const;
/** What somebody has to do with the decision: answered with roles, never with names. */
export type PeopleQuestion = (typeof PEOPLE)[number] | (typeof PEOPLE_DONE)[number];

/** Texts that a record may hold besides the reasons. */
export const NOTES = ['plan', 'taken', 'doubts', 'option'] as const;
export type Note = (typeof NOTES)[number];

/** What a record can hold besides, in the order in which it is asked: marked on one page, and nothing of it has to be. */
export const PARTS = [...PEOPLE_DONE, 'plan', 'taken', 'doubts', 'option', 'told'] as const;
export type Part = (typeof PARTS)[number];

/** Whether the client agrees to the plan. */
export const AGREED = ['yes', 'partly', 'no', 'not-asked'] as const;
export type Agreed = (typeof AGREED)[number];

export const ROLES = [
  'client',
  'child',
  'partner',
  'family',
  'neighbours',
  'person-feared',
  'colleague',
  'supervisor',
  'leadership',
  'other-agency',
  'authority',
  'community-leader',
] as const;
export type Role = (typeof ROLES)[number];

/** Answer to the one question that screens an unmarked safety topic. */
export type Screening = 'yes' | 'no' | 'unknown' | 'withheld';

/**
 * One thing that the worker did in a walkthrough. A draft is a list of these, one a line; what the walkthrough knows is
 * their fold and nothing else, so that back, change and resume cost nothing.
 */
export type WalkEvent =
  | { readonly event: 'marks'; readonly topics: readonly TopicId[] }
  | { readonly event: 'marks-confirmed' }
  | { readonly event: 'screened'; readonly topic: TopicId; readonly answer: Screening }
  | { readonly event: 'fact'; readonly fact: FactId; readonly given: Given }
  | { readonly event: 'panel-seen' }
  | { readonly event: 'checked' }
  | { readonly event: 'considering'; readonly actions: readonly ActionId[] }
  | { readonly event: 'deciding' }
  | {
      readonly event: 'decided';
      readonly do: readonly ActionId[];
      readonly leave: readonly ActionId[];
      readonly other: string;
    }
  | { readonly event: 'reason'; readonly about: string; readonly text: string }
  | { readonly event: 'at-least-seen' }
  | { readonly event: 'people'; readonly question: PeopleQuestion; readonly roles: readonly Role[] }
  | { readonly event: 'parts'; readonly parts: readonly Part[] }
  | { readonly event: 'note'; readonly about: Note; readonly text: string }
  | { readonly event: 'agreed'; readonly answer: Agreed }
  /** Facts that are known only because somebody told them. */
  | { readonly event: 'told'; readonly facts: readonly FactId[] }
  | { readonly event: 'review'; readonly on: string }
  | { readonly event: 'saved' }
  /** One page back, from the first of the pages that are shown as one; the answer stays and is shown again. */
  | { readonly event: 'back'; readonly from?: PageId }
  /** To one page, to change what was answered there. */
  | { readonly event: 'revisit'; readonly page: PageId }
  /** From a page that was gone to, on to the next one that is open. */
  | { readonly event: 'go-on' }
  | { readonly event: 'lang'; readonly lang: string }
  | { readonly event: 'pack'; readonly pack: string };

/** Name of a page of the walkthrough, e.g. `marks`, `question:danger-to-client`, `question:topic:a-child`. */
export type PageId =
  | 'marks'
  | 'confirm'
  | 'check'
  | 'result'
  | 'decide'
  | 'at-least'
  | 'review'
  | 'save'
  | 'panel'
  | `question:${string}`
  | `reason:${string}`
  | 'parts'
  | 'agreed'
  | 'told'
  | `note:${Note}`
  | `people:${PeopleQuestion}`;

/** The page that an event answers; `undefined` for moves between pages. */
export function pageOf(event: WalkEvent): PageId | undefined {
  switch (event.event) {
    case 'marks':
      return 'marks';
    case 'marks-confirmed':
      return 'confirm';
    case 'screened':
      return `question:topic:${event.topic}`;
    case 'fact':
      return `question:${event.fact}`;
    case 'checked':
      return 'check';
    case 'decided':
      return 'decide';
    case 'reason':
      return `reason:${event.about}`;
    case 'at-least-seen':
      return 'at-least';
    case 'people':
      return `people:${event.question}`;
    case 'parts':
    case 'agreed':
    case 'told':
    case 'review':
      return event.event;
    case 'note':
      return `note:${event.about}`;
    case 'deciding':
      return 'result';
    default:
      return undefined;
  }
}
