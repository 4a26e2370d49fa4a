import type { ActionId, AnswerId, ConceptId, FactId, PrincipleId, TopicId } from './ids.ts';

/**
 * A condition as the engine reads it. The loader has resolved every shorthand: a mapping became `all`, a list of
 * answers became `answers`, a comparison of bands became the bands that it covers.
 */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'fact'; readonly fact: FactId; readonly answers: readonly AnswerId[] }
  | { readonly kind: 'topic'; readonly topic: TopicId }
  | { readonly kind: 'concept'; readonly concept: ConceptId }
  | { readonly kind: 'yields'; readonly principle: PrincipleId }
  | { readonly kind: 'departs'; readonly from: 'must' | 'must-not'; readonly action: ActionId };
