import { caseText } from '../render/case-text.ts';
import { dilemmaOf, type WalkState } from './fold/fold.ts';

/** A draft told as a case file. */
export function caseYaml(state: WalkState, pack: string): string {
  return caseText(dilemmaOf(state), pack);
}
