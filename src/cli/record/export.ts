import { withoutTexts } from '../../export/redact/redact.ts';
import type { Audience, DecisionRecord, IndexRow } from '../../model/record.ts';
import { InputError } from '../../problems/input-error.ts';
import { rowsOf } from '../../records/store/open-store.ts';
import { readRecord } from '../../records/store/read-record.ts';
import { csv } from '../../render/csv.ts';
import { sayIn } from '../../text/say.ts';
import type { Shell } from '../shell.ts';
import { type CopyFormat, copyOf, isWider } from './copies.ts';
import { checkFree, giveOut } from './give-out.ts';
import { filterOf, type ListOptions } from './list.ts';
import { openWith, recordNamed } from './open.ts';
import { progressOf } from './progress.ts';

export interface ExportOptions extends ListOptions {
  readonly for: Audience;
  readonly format?: CopyFormat | 'csv';
  readonly whole?: boolean;
  readonly full?: boolean;
  readonly out?: string;
}

/** From so many records on, setting them on pages takes longer than a second. */
const MANY = 10;

/**
 * Gives out copies of records, or a register of them as CSV. For whoever is wider than the team no text that a person
 * wrote goes along, unless it is asked for whole; `record redact` gives one with its texts. E641: nothing matches.
 */
export async function exportRecords(
  shell: Shell,
  words: readonly string[],
  options: ExportOptions,
): Promise<void> {
  const { for: audience, format = 'md', whole = false, full = false, out } = options;
  checkFree(out);
  const store = await openWith(shell, options);
  const named = new Set(words.map((word) => recordNamed(store, word)));
  const wanted = filterOf(options);
  const rows = (await rowsOf(store, progressOf(shell))).filter(
    (row) => (named.size === 0 || named.has(row.id)) && wanted(row),
  );
  if (rows.length === 0) throw new InputError([{ code: 'E641', saw: words.join(' ') }]);
  const draft = { kind: 'exported', audience, format, count: rows.length } as const;
  const giving = { shell, store, out, of: rows.map(({ id }) => id) };
  if (format === 'csv') {
    return giveOut(giving, Buffer.from(`\uFEFF${registerOf(rows)}`), draft);
  }
  const progress = progressOf(shell);
  const records: DecisionRecord[] = [];
  for (const { id } of rows) {
    records.push(forAudience(await readRecord(store, id), audience, { shell, whole }));
    progress(records.length, rows.length);
  }
  const paged = format === 'pdf' || format === 'docx';
  if (paged && records.length >= MANY) shell.tell(shell.say('export.setting', { count: records.length }));
  await giveOut(giving, await copyOf(shell, records, { format, full }), draft);
}

function forAudience(
  record: DecisionRecord,
  audience: Audience,
  { shell, whole }: { readonly shell: Shell; readonly whole: boolean },
): DecisionRecord {
  if (whole || !isWider(audience)) return record;
  const word = sayIn(record.lang)('export.left-out');
  return withoutTexts(record, { audience, at: shell.clock().toISOString() }, word);
}

const COLUMNS = [
  'id',
  'version',
  'state',
  'decidedOn',
  'reviewOn',
  'pack',
  'packVersion',
  'headline',
  'followUps',
  'effective',
  'held',
] as const satisfies readonly (keyof IndexRow)[];

/** The register: ids, days and words of fixed lists; no text that a person wrote. */
function registerOf(rows: readonly IndexRow[]): string {
  const lists = ['dilemmas', 'yields', 'departures'] as const;
  return csv([
    [...COLUMNS, ...lists],
    ...rows.map((row) => [
      ...COLUMNS.map((column) => cellOf(row[column])),
      ...lists.map((list) => row[list].join(' ')),
    ]),
  ]);
}

function cellOf(value: string | number | boolean | null): string | number {
  return typeof value === 'number' ? value : String(value ?? '');
}
