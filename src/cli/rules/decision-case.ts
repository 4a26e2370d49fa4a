import { openDecision } from '../../document/open-decision.ts';
import type { DecisionRecord, RecordVersion } from '../../model/record.ts';
import { InputError } from '../../problems/input-error.ts';
import { json } from '../../render/json.ts';

/**
 * The decision in a text; undefined where the text is something else, such as a case file.
 *
 * @throws InputError E120, E622: it is a decision, and a piece of it is not as it should be.
 */
export function decisionIn(file: string, text: string): DecisionRecord | undefined {
  if (!isDecision(text)) return undefined;
  const { value, problems } = openDecision({ file, text });
  if (value === undefined) throw new InputError(problems);
  return value as DecisionRecord;
}

function isDecision(text: string): boolean {
  try {
    const saved: unknown = JSON.parse(text);
    return (
      typeof saved === 'object' &&
      saved !== null &&
      'schema' in saved &&
      String(saved.schema).startsWith('timbang.decision/')
    );
  } catch {
    // Most files here are YAML, and are read as what they are.
    return false;
  }
}

/** The answers of one version of a decision, and what was decided, as the text of a case file. */
export function caseOfVersion({ case: answers, decision }: RecordVersion): string {
  const decided = Object.fromEntries(decision.actions.map((one) => [one.id, one.decided]));
  return json({ ...answers, ...(decision.actions.length > 0 && { decided }) });
}
