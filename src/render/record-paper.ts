import type { DecisionRecord } from '../model/record.ts';
import type { Lang } from '../model/text.ts';
import { type Say, sayIn } from '../text/say.ts';
import { type Block, type Doc, gap, heading, text, title } from './doc.ts';
import { recordDoc } from './record.ts';
import { shortRecord } from './record-short.ts';
import { overview } from './records-overview.ts';
import { reportDoc } from './render.ts';

export interface PaperWish {
  /** The whole result with each of several records, and not each on a page or two. */
  readonly full: boolean;
  /** The language of what stands in front of several. */
  readonly lang: Lang;
}

/**
 * A copy of one record: what was decided and what came after, then the result as it was given. Of several, an overview in
 * front and each in short, unless they are asked for in full. Each record is told in the language of its result.
 */
export function recordsPaper(records: readonly DecisionRecord[], { full, lang }: PaperWish): Doc {
  const [only] = records;
  if (only && records.length === 1) return wholePaper(only, 0);
  const say = sayIn(lang);
  const part = (record: DecisionRecord): Block => ({
    kind: 'part',
    lang: record.lang,
    blocks: full ? wholePaper(record, 1) : shortPaper(record),
  });
  return [
    title(say('export.records', { count: records.length })),
    ...overview(records, say),
    ...records.flatMap((record): Block[] => [{ kind: 'page' }, part(record)]),
  ];
}

function shortPaper(record: DecisionRecord): Doc {
  const say = sayIn(record.lang);
  const [head, ...rest] = shortRecord(record, say);
  return [...(head ? [head] : []), ...redactionNote(record, say), ...rest];
}

/** @param depth how far below the title of the whole its headings stand */
function wholePaper(record: DecisionRecord, depth: 0 | 1): Doc {
  const say = sayIn(record.lang);
  const { report } = record.versions.at(-1) ?? record.versions[0];
  const [head, ...rest] = recordDoc(record, say);
  const own = [...(head ? [head] : []), ...redactionNote(record, say), ...rest];
  const result = reportDoc(report, { say }).map((block) =>
    block.kind === 'title' ? text(block.words) : block,
  );
  return [
    ...(depth === 0 ? own : lowered(own)),
    { kind: 'page' },
    heading(say('export.result'), depth === 0 ? 2 : 3),
    ...lowered(result),
  ];
}

function redactionNote({ redaction }: DecisionRecord, say: Say): Doc {
  if (redaction === null) return [];
  const { audience, replaced } = redaction;
  const whom = say(`export.audience.${audience}`);
  return [
    text([{ text: say('export.redacted', { count: replaced, audience: whom }), style: 'strong' }]),
    gap,
  ];
}

/** The same with its headings a level lower: a title becomes a heading. */
function lowered(doc: Doc): Doc {
  return doc.map((block) => {
    if (block.kind === 'title') return heading(block.words, 2);
    return block.kind === 'heading' ? heading(block.words, 3) : block;
  });
}
