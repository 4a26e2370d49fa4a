import { PRINCIPLES } from '../model/ids.ts';
import { MUTANT_KINDS, type MutantFate, type MutantResult, type MutationReport } from '../model/mutation.ts';
import type { Pack, Verdict } from '../model/pack.ts';
import type { Lang } from '../model/text.ts';
import type { Say } from '../text/say.ts';
import { caseText } from './case-text.ts';
import { type Block, type Doc, entry, section, text, title } from './doc.ts';
import { json } from './json.ts';
import { wordsOf } from './naming.ts';
import { packHead } from './pack-head.ts';
import { witnessBlocks } from './witness.ts';

interface Telling {
  readonly pack: Pack;
  readonly say: Say;
  readonly lang: Lang;
}

/** How well a pack is watched over, in words: rates, then each mutant that nothing notices. */
export function mutationDoc(report: MutationReport, telling: Telling): Doc {
  const { pack, say } = telling;
  const { results } = report;
  const left = results.filter(({ fate }) => fate === 'survived' || fate === 'not-proved');
  return [
    title(say('mutate.title', { pack: pack.id, version: pack.version })),
    text(say('mutate.tried', { count: results.length, of: report.of, probes: report.probes })),
    text(say('mutate.fates', { ...countsOf(results) })),
    text(say('mutate.rate', { rate: rateOf(results) })),
    ...section(
      say('mutate.by-principle'),
      PRINCIPLES.flatMap((id) => {
        const own = results.filter(({ principle }) => principle === id);
        if (own.length === 0) return [];
        const name = wordsOf(pack.principles.get(id)?.name, { pack, lang: telling.lang }) || id;
        return [entry('', say('mutate.line', { what: name, rate: rateOf(own), ...counted(own) }))];
      }),
    ),
    ...section(
      say('mutate.by-kind'),
      MUTANT_KINDS.flatMap((kind) => {
        const own = results.filter((one) => one.kind === kind);
        if (own.length === 0) return [];
        return [
          entry('', say('mutate.line', { what: say(`mutate.${kind}`), rate: rateOf(own), ...counted(own) })),
        ];
      }),
    ),
    ...section(
      say('mutate.survivors', { count: left.length }),
      left.map((one) => survivorBlock(one, telling)),
    ),
  ];
}

function countsOf(
  results: readonly MutantResult[],
): Record<'killed' | 'survived' | 'equivalent' | 'open', number> {
  const count = (fate: MutantFate) => results.filter((one) => one.fate === fate).length;
  return {
    killed: count('killed'),
    survived: count('survived'),
    equivalent: count('equivalent'),
    open: count('not-proved'),
  };
}

/** Killed, of those that are not proved to be equivalent. */
function counted(results: readonly MutantResult[]): { killed: number; of: number } {
  const { killed, equivalent } = countsOf(results);
  return { killed, of: results.length - equivalent };
}

/** Whole percent, rounded down: 90 is only said where 90 is reached. */
function rateOf(results: readonly MutantResult[]): number {
  const { killed, of } = counted(results);
  return of === 0 ? 100 : Math.floor((100 * killed) / of);
}

function survivorBlock({ kind, piece, place, shows }: MutantResult, { pack, say, lang }: Telling): Block {
  const words = (list: readonly Verdict[]) =>
    list.map((word) => say(`verdict.${word}`)).join(say('compare.or'));
  const under = shows
    ? [
        text(
          say('mutate.shows', {
            action: shows.action,
            before: words(shows.before),
            after: words(shows.after),
          }),
        ),
        ...witnessBlocks(shows.witness, pack, { say, lang }),
      ]
    : [text(say('mutate.open'))];
  return entry('', say('mutate.survivor', { what: say(`mutate.${kind}`), piece }), [
    text(`${place.file}:${place.line}:${place.column}`),
    ...under,
  ]);
}

/** The same for programs. */
export function mutationJson(report: MutationReport, { pack }: Telling): string {
  const { of, seed, probes, properties, results } = report;
  return json({
    schema: 'timbang.mutation/1',
    pack: packHead(pack),
    mutants: of,
    seed,
    probes,
    properties,
    ...countsOf(results),
    rate: rateOf(results),
    principles: Object.fromEntries(
      PRINCIPLES.map((id) => {
        const own = results.filter(({ principle }) => principle === id);
        return [id, { ...counted(own), rate: rateOf(own) }];
      }),
    ),
    results: results.map(({ kind, piece, principle, place, fate, by, shows }) => ({
      kind,
      piece,
      principle: principle ?? null,
      place,
      fate,
      by,
      shows: shows && { ...shows, witness: caseText(shows.witness, pack.id) },
    })),
  });
}
