import type { DecisionRecord } from '../../../src/model/record.ts';
import sample from './sample-decision.json' with { type: 'json' };

/** A decision of the size that a walkthrough saves, about nobody. */
export function sampleDecision(): DecisionRecord {
  return sample as unknown as DecisionRecord;
}
