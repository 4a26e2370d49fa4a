import type { ActionId, DilemmaId } from '../../model/ids.ts';
import type { IndexRow } from '../../model/record.ts';
import { InputError } from '../../problems/input-error.ts';
import { type Counted, FEWEST, type Stats, statsOf } from '../../records/stats.ts';
import { type Cell, csv } from '../../render/csv.ts';
import { type Doc, entry, section, text, title } from '../../render/doc.ts';
import { htmlDoc } from '../../render/html-doc.ts';
import { json } from '../../render/json.ts';
import { actionWords, type Naming, namingOf } from '../../render/naming.ts';
import { print } from '../../render/print.ts';
import { deliverPaper } from '../deliver-paper.ts';
import { deliver } from '../out.ts';
import { loadPackOf } from '../packs.ts';
import { oneForm } from '../report-options.ts';
import type { Shell } from '../shell.ts';
import { VERSION } from '../version.ts';
import { filterOf, type ListOptions } from './list.ts';
import { rowsWith } from './open.ts';

export const STATS_FORMATS = ['text', 'csv', 'html', 'pdf', 'docx', 'json'] as const;
type StatsFormat = (typeof STATS_FORMATS)[number];

export interface StatsOptions extends ListOptions {
  readonly format?: StatsFormat;
  readonly out?: string;
}

const GROUPS = ['states', 'effects', 'dilemmas', 'yields', 'departures'] as const;
const NUMBERS = ['records', 'overdue', 'departed'] as const;

/** Counts what records were about, what yielded and what is overdue; few are not told. */
export async function printStats(shell: Shell, options: StatsOptions): Promise<void> {
  const form = oneForm('--format', { form: options.format, json: options.json }) ?? 'text';
  const rows = (await rowsWith(shell, options)).filter(filterOf(options));
  const stats = statsOf(rows, shell.today());
  if (form === 'csv' || form === 'json') return deliver(shell, dataOf(stats, form), options.out);
  const doc = docOf(stats, await namesFor(shell, rows), shell);
  if (form === 'pdf' || form === 'docx') return deliverPaper(shell, doc, { form, out: options.out });
  const page = (): string => htmlDoc(doc, { lang: shell.lang, foot: [`timbang ${VERSION}`] });
  await deliver(shell, form === 'html' ? page() : print(doc, shell.look('stdout')), options.out);
}

/** Words of a dilemma or a duty, by its id. */
type Names = (id: string) => string;

/**
 * Names dilemmas and duties in the words of the packs that decided, as they are installed now. What is no longer there is
 * called by its id.
 */
async function namesFor(shell: Shell, rows: readonly IndexRow[]): Promise<Names> {
  const namings: Naming[] = [];
  for (const id of new Set(rows.map(({ pack }) => pack))) {
    try {
      namings.push(namingOf(await loadPackOf(shell, id), shell.lang));
    } catch (error) {
      // A pack that is gone or broken keeps nobody from the counts.
      if (!(error instanceof InputError)) throw error;
    }
  }
  const action = (id: string): string => {
    const naming = namings.find(({ pack }) => pack.actions.has(id as ActionId));
    return naming ? actionWords(id as ActionId, naming) : id;
  };
  const actionsOf = (id: string): readonly string[] =>
    namings.flatMap(({ pack }) => pack.dilemmas.get(id as DilemmaId)?.actions ?? []);
  return (id) => {
    const declared = actionsOf(id);
    return (declared.length > 0 ? declared : id.split('+')).map(action).join('; ');
  };
}

function dataOf(stats: Stats, form: 'csv' | 'json'): string {
  return form === 'csv'
    ? csv([['group', 'id', 'count'], ...rowsOf(stats)])
    : json({ schema: 'timbang.stats/1', fewest: FEWEST, ...stats });
}

function rowsOf(stats: Stats): Cell[][] {
  const cell = (count: number | null): Cell => count ?? `<${FEWEST}`;
  return [
    ...NUMBERS.map((name) => ['all', name, cell(stats[name])]),
    ...GROUPS.flatMap((group) => stats[group].map(({ id, count }) => [group, id, cell(count)])),
  ];
}

function docOf(stats: Stats, names: Names, { say }: Shell): Doc {
  const number = (count: number | null): string =>
    count === null ? say('record.stats.few', { fewest: FEWEST }) : String(count);
  const words = (group: (typeof GROUPS)[number], id: string): string => {
    if (group === 'states') return say(`record.state.${id as 'pending'}`);
    if (group === 'effects') return say(`record.effect.${id as 'yes'}`);
    return group === 'yields' ? say(`record.principle.${id as 'autonomy'}`) : names(id);
  };
  const lines = (group: (typeof GROUPS)[number], counted: readonly Counted[]): Doc =>
    counted.map(({ id, count }) => {
      const line = entry(number(count), words(group, id));
      return count === null || !stats.records ? line : { ...line, share: count / stats.records };
    });
  return [
    title(say('record.stats.title')),
    ...NUMBERS.map((name) => entry(number(stats[name]), say(`record.stats.${name}`))),
    ...GROUPS.flatMap((group) => section(say(`record.stats.${group}`), lines(group, stats[group]))),
    { kind: 'gap' },
    text(say('record.stats.why-few', { fewest: FEWEST })),
  ];
}
