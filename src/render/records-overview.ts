import type { DecisionRecord } from '../model/record.ts';
import { monthInWords } from '../text/months.ts';
import { type Say, sayIn } from '../text/say.ts';
import { type Block, type Doc, section, type Table } from './doc.ts';
import { currentOf, nextLook, stateOf } from './record-short.ts';

/** What stands in front of many records: how many of each month and of each kind, then a line for each. */
export function overview(records: readonly DecisionRecord[], say: Say): Doc {
  const months = groups(records, (record) => [monthOf(record)]);
  const langs = [...new Set(records.map(({ lang }) => lang))];
  return [
    ...section(say('overview.months'), [
      countTable(
        say('overview.month'),
        [...months].map(([month, some]) => [monthInWords(month), some]),
        say,
      ),
    ]),
    ...langs.flatMap((lang) => kinds(records, lang)),
    ...section(say('overview.records'), [recordTable(records, say)]),
  ];
}

/** What the records of one language are about, in the words that their workers saw. A record can be about several things. */
function kinds(records: readonly DecisionRecord[], lang: string): Block[] {
  const say = sayIn(lang);
  const own = records.filter((record) => record.lang === lang);
  const about = groups(own, (record) =>
    currentOf(record)
      .report.topics.filter(({ state }) => state === 'marked')
      .map((topic) => topic.text),
  );
  const rows = [...about].toSorted(([, one], [, other]) => other.length - one.length);
  if (rows.length === 0) return [];
  const blocks = section(say('overview.kinds'), [countTable(say('overview.kind'), rows, say)]);
  return [{ kind: 'part', lang, blocks }];
}

function countTable(
  name: string,
  rows: readonly (readonly [string, readonly DecisionRecord[]])[],
  say: Say,
): Table {
  return {
    kind: 'table',
    head: [
      name,
      say('overview.count'),
      say('overview.departed'),
      say('overview.signed'),
      say('overview.followed'),
    ],
    rows: rows.map(([words, some]) => [
      words,
      ...[
        some.length,
        some.filter(departs).length,
        some.filter((record) => stateOf(record) === 'signed').length,
        some.filter(({ followUps }) => followUps.length > 0).length,
      ].map(String),
    ]),
  };
}

function recordTable(records: readonly DecisionRecord[], say: Say): Table {
  return {
    kind: 'table',
    head: [
      say('overview.record'),
      say('overview.decided'),
      say('overview.result'),
      say('record.reviews'),
      say('overview.effective'),
      say('overview.next'),
    ],
    rows: records.map((record) => [
      record.id,
      currentOf(record).decidedOn,
      resultOf(record, say),
      say(`record.state.${stateOf(record)}`),
      effectOf(record, say),
      nextLook(record) ?? '',
    ]),
  };
}

function resultOf(record: DecisionRecord, say: Say): string {
  const result = say(`impact.${currentOf(record).report.headline}`);
  return departs(record) ? say('overview.departs', { result }) : result;
}

function effectOf({ followUps }: DecisionRecord, say: Say): string {
  const last = followUps.at(-1);
  return last ? say(`record.effect.${last.effective}`) : say('overview.not-yet');
}

function departs(record: DecisionRecord): boolean {
  return currentOf(record).decision.actions.some((one) => one.departs);
}

function monthOf(record: DecisionRecord): string {
  return currentOf(record).decidedOn.slice(0, 7);
}

/** Records by what they belong to, in the order in which that is met. */
function groups(
  records: readonly DecisionRecord[],
  of: (record: DecisionRecord) => readonly string[],
): Map<string, DecisionRecord[]> {
  const found = new Map<string, DecisionRecord[]>();
  for (const record of records)
    for (const name of of(record)) found.set(name, [...(found.get(name) ?? []), record]);
  return found;
}
