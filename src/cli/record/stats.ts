import { type Counted, FEWEST, type Stats, statsOf } from '../../records/stats.ts';
import { type Cell, csv } from '../../render/csv.ts';
import { type Doc, entry, section, text, title } from '../../render/doc.ts';
import { htmlDoc } from '../../render/html-doc.ts';
import { json } from '../../render/json.ts';
import { print } from '../../render/print.ts';
import { deliverPaper, type PaperForm } from '../deliver-paper.ts';
import { deliver } from '../out.ts';
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
  const stats = statsOf((await rowsWith(shell, options)).filter(filterOf(options)), shell.today());
  if (form === 'pdf' || form === 'docx')
    return deliverPaper(shell, docOf(stats, shell), { form, out: options.out });
  await deliver(shell, textOf(stats, form, shell), options.out);
}

function textOf(stats: Stats, form: Exclude<StatsFormat, PaperForm>, shell: Shell): string {
  switch (form) {
    case 'json':
      return json({ schema: 'timbang.stats/1', fewest: FEWEST, ...stats });
    case 'csv':
      return csv([['group', 'id', 'count'], ...rowsOf(stats)]);
    case 'html':
      return htmlDoc(docOf(stats, shell), { lang: shell.lang, foot: [`timbang ${VERSION}`] });
    case 'text':
      return print(docOf(stats, shell), shell.look('stdout'));
  }
}

function rowsOf(stats: Stats): Cell[][] {
  const cell = (count: number | null): Cell => count ?? `<${FEWEST}`;
  return [
    ...NUMBERS.map((name) => ['all', name, cell(stats[name])]),
    ...GROUPS.flatMap((group) => stats[group].map(({ id, count }) => [group, id, cell(count)])),
  ];
}

function docOf(stats: Stats, { say }: Shell): Doc {
  const number = (count: number | null): string =>
    count === null ? say('record.stats.few', { fewest: FEWEST }) : String(count);
  const words = (group: (typeof GROUPS)[number], id: string): string => {
    if (group === 'states') return say(`record.state.${id as 'pending'}`);
    if (group === 'effects') return say(`record.effect.${id as 'yes'}`);
    return group === 'yields' ? say(`record.principle.${id as 'autonomy'}`) : id;
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
