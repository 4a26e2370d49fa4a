import type { IndexRow } from '../../model/record.ts';
import { type Block, type Doc, entry, title } from '../../render/doc.ts';
import { json } from '../../render/json.ts';
import { print } from '../../render/print.ts';
import { dateOf } from '../date.ts';
import type { Shell } from '../shell.ts';
import { rowsWith } from './open.ts';
import type { StoreOptions } from './options.ts';

export interface ListOptions extends StoreOptions {
  readonly state?: string;
  readonly by?: string;
  readonly since?: string;
  readonly until?: string;
  readonly dilemma?: string;
  readonly principle?: string;
  readonly departures?: boolean;
}

/** Lists the records that the key can read, the latest decision first. */
export async function listRecords(shell: Shell, options: ListOptions): Promise<void> {
  const wanted = filterOf(options);
  const rows = (await rowsWith(shell, options)).filter(wanted);
  if (options.json === true) return shell.write(json({ schema: 'timbang.records/1', records: rows }));
  if (rows.length === 0) return shell.tell(shell.say('record.list.none'));
  shell.write(
    print(
      rows.map((row) => rowEntry(row, shell)),
      shell.look('stdout'),
    ),
  );
}

/** What `list`, `stats` and an export of many let through. E821: a date is none. */
export function filterOf(options: ListOptions): (row: IndexRow) => boolean {
  const { state, by, dilemma, principle, departures } = options;
  const since = options.since === undefined ? '' : dateOf(options.since);
  const until = options.until === undefined ? '9999' : dateOf(options.until);
  return (row) =>
    (state === undefined || row.state === state) &&
    (by === undefined || row.author === by) &&
    row.decidedOn >= since &&
    row.decidedOn <= until &&
    (dilemma === undefined || row.dilemmas.includes(dilemma)) &&
    (principle === undefined || row.yields.includes(principle)) &&
    (departures !== true || row.departures.length > 0);
}

/** One record as an entry of a list. */
export function rowEntry(row: IndexRow, { say }: Shell): Block {
  const { id, decidedOn, state, reviewOn, dilemmas, departures, held, followUps } = row;
  const facts = [
    ...(reviewOn === null ? [] : [say('record.list.review', { date: reviewOn })]),
    ...(departures.length === 0 ? [] : [say('record.list.departures', { count: departures.length })]),
    ...(followUps === 0 ? [] : [say('record.list.follow-ups', { count: followUps })]),
    ...(held ? [say('record.list.held')] : []),
  ];
  return entry(
    id,
    say('record.list.line', { date: decidedOn, state: say(`record.state.${state}`) }),
    [
      ...facts,
      ...(dilemmas.length === 0 ? [] : [say('record.list.dilemmas', { ids: dilemmas.join(', ') })]),
    ].map((words): Block => ({ kind: 'text', words })),
  );
}

/** Lists what has to be looked at again: overdue first, then by date. */
export async function listDue(
  shell: Shell,
  options: StoreOptions & { readonly within?: string },
): Promise<void> {
  const today = shell.today();
  const last = dayAfter(today, Number(options.within ?? '7'));
  const rows = (await rowsWith(shell, options))
    .filter(({ reviewOn }) => reviewOn !== null && reviewOn <= last)
    .toSorted((one, other) => ((one.reviewOn ?? '') < (other.reviewOn ?? '') ? -1 : 1));
  const late = rows.filter(({ reviewOn }) => (reviewOn ?? '') < today);
  const soon = rows.filter(({ reviewOn }) => (reviewOn ?? '') >= today);
  if (options.json === true)
    return shell.write(json({ schema: 'timbang.due/1', today, overdue: late, due: soon }));
  if (rows.length === 0) return shell.tell(shell.say('record.due.none', { date: last }));
  const part = (words: string, some: readonly IndexRow[]): Doc =>
    some.length === 0 ? [] : [title(words), ...some.map((row) => rowEntry(row, shell)), { kind: 'gap' }];
  shell.write(
    print(
      [
        ...part(shell.say('record.due.late', { count: late.length }), late),
        ...part(shell.say('record.due.soon', { date: last, count: soon.length }), soon),
      ],
      shell.look('stdout'),
    ),
  );
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
