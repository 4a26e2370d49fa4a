/** How sure a learner is, from least to most, with the number that is kept beside the word. */
export const CONFIDENCE = { guess: 0.5, leaning: 0.65, 'fairly-sure': 0.8, sure: 0.95 } as const;
export type Confidence = keyof typeof CONFIDENCE;

export const CONFIDENCES = Object.keys(CONFIDENCE) as Confidence[];

/** What a `shift` is answered with: from much worse to much better. */
export const SHIFTS = [-2, -1, 0, 1, 2] as const;

/** One thing that happened in a session. A session is the list of them, only ever added to. */
export type PlayEvent =
  | { readonly event: 'noted' }
  | { readonly event: 'shift'; readonly stage: string; readonly value: number }
  | { readonly event: 'choice'; readonly stage: string; readonly option: string }
  | {
      readonly event: 'confidence';
      readonly stage: string;
      readonly confidence: Confidence;
      readonly sure: number;
    }
  | { readonly event: 'reason'; readonly stage: string; readonly reason: string }
  | { readonly event: 'told'; readonly stage: string }
  | { readonly event: 'back' }
  | { readonly event: 'lang'; readonly lang: string }
  | { readonly event: 'ended'; readonly end: string };
