import type { TopicId } from '../../model/ids.ts';
import type { Pack } from '../../model/pack.ts';
import { json } from '../../render/json.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Gives the answers of a decision that the walkthrough saved as JSON, as the text of a case file; undefined where the
 * text is something else.
 */
export function caseOfDecision(text: string, { topics: known }: Pack): string | undefined {
  const saved = decisionIn(text);
  if (!saved) return undefined;
  const { decision, report } = saved;
  const given = rowsOf(report, 'facts').filter(({ from }) => from === 'given' || from === 'parked');
  const topics = rowsOf(report, 'topics');
  const inState = (state: string) => topics.filter((topic) => topic['state'] === state).map(({ id }) => id);
  const asked = topics.some(({ state }) => state !== 'unknown');
  const decided = [
    ...listOf(decision, 'do').map((id) => [id, 'do']),
    ...listOf(decision, 'doNot').map((id) => [id, 'do-not']),
  ];
  return json({
    ...(asked && { topics: inState('marked') }),
    screened: Object.fromEntries(
      inState('not-part')
        .filter((id) => known.get(id as TopicId)?.safety)
        .map((id) => [id, 'no']),
    ),
    facts: Object.fromEntries(given.map(({ id, answer, detail }) => [id, answerOf(answer, detail)])),
    ...(decided.length > 0 && { decided: Object.fromEntries(decided) }),
  });
}

/** The parts of a saved decision that are read here. */
function decisionIn(text: string): { readonly decision: Row; readonly report: Row } | undefined {
  const saved = parsed(text);
  if (!isRow(saved) || !String(saved['schema']).startsWith('timbang.decision/')) return undefined;
  const { decision, report } = saved;
  return isRow(decision) && isRow(report) ? { decision, report } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Most files here are YAML, and are read as what they are.
    return undefined;
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rowsOf(row: Row, key: string): Row[] {
  return listOf(row, key).filter(isRow);
}

function listOf(row: Row, key: string): unknown[] {
  const list = row[key];
  return Array.isArray(list) ? list : [];
}

/** A number as it was given; a date by which something will be found out; otherwise the answer. */
function answerOf(answer: unknown, detail: unknown): unknown {
  if (answer === 'find-out') return detail ? { 'find-out': detail } : 'unknown';
  return typeof detail === 'string' && /^\d+$/.test(detail) ? Number(detail) : answer;
}
