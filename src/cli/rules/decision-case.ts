import { get, type Node, plain } from '../../document/node.ts';
import { json } from '../../render/json.ts';
import type { Input } from '../read-input.ts';

/**
 * Gives the answers of a decision that the walkthrough saved as JSON, as the text of a case file; undefined where the
 * file is something else.
 */
export function caseOfDecision({
  file,
  parsed: { root },
}: Input): { file: string; text: string } | undefined {
  const schema = root && get(root, 'schema');
  if (!root || schema?.kind !== 'scalar' || !schema.text.startsWith('timbang.decision/')) return undefined;
  const report = get(root, 'report');
  const given = rowsOf(report, 'facts').filter(({ from }) => from === 'given' || from === 'parked');
  const topics = rowsOf(report, 'topics');
  const inState = (state: string) => topics.filter((topic) => topic['state'] === state).map(({ id }) => id);
  const decided = [
    ...idsOf(root, 'do').map((id) => [id, 'do']),
    ...idsOf(root, 'doNot').map((id) => [id, 'do-not']),
  ];
  const asked = topics.some(({ state }) => state !== 'unknown');
  const text = json({
    ...(asked && { topics: inState('marked') }),
    screened: Object.fromEntries(inState('not-part').map((id) => [id, 'no'])),
    facts: Object.fromEntries(given.map(({ id, answer, detail }) => [id, answerOf(answer, detail)])),
    ...(decided.length > 0 && { decided: Object.fromEntries(decided) }),
  });
  return { file, text };
}

type Row = Readonly<Record<string, unknown>>;

function rowsOf(report: Node | undefined, key: string): Row[] {
  const list = report && get(report, key);
  return list?.kind === 'list' ? list.items.map((item) => plain(item) as Row) : [];
}

function idsOf(root: Node, key: string): string[] {
  const decision = get(root, 'decision');
  const list = decision && get(decision, key);
  return list?.kind === 'list' ? list.items.map((item) => String(plain(item))) : [];
}

/** A number as it was given; a date by which something will be found out; otherwise the answer. */
function answerOf(answer: unknown, detail: unknown): unknown {
  if (answer === 'find-out') return detail ? { 'find-out': detail } : 'unknown';
  return typeof detail === 'string' && /^\d+$/.test(detail) ? Number(detail) : answer;
}
