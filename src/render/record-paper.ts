import type { DecisionRecord } from '../model/record.ts';
import { type Say, sayIn } from '../text/say.ts';
import { type Block, type Doc, entry, gap, heading, text, title } from './doc.ts';
import { recordDoc } from './record.ts';
import { reportDoc } from './render.ts';

/**
 * A copy of one record, or of several with a list of them in front: what was decided and what came after, then the
 * result as it was given, under a heading of its own. Each record is told in the language of its result.
 *
 * @param say the voice of what stands in front of several
 */
export function recordsPaper(records: readonly DecisionRecord[], say: Say): Doc {
  const [only] = records;
  if (only && records.length === 1) return paperOf(only, 0);
  return [
    title(say('export.records', { count: records.length })),
    ...records.map((record) => listed(record, say)),
    ...records.flatMap((record) => paperOf(record, 1)),
  ];
}

function listed({ id, versions }: DecisionRecord, say: Say): Block {
  const { decidedOn } = versions.at(-1) ?? versions[0];
  return entry(id, say('export.listed', { date: decidedOn }));
}

/** @param depth how far below the title of the whole its headings stand */
function paperOf(record: DecisionRecord, depth: 0 | 1): Doc {
  const say = sayIn(record.lang);
  const { report } = record.versions.at(-1) ?? record.versions[0];
  const [head, ...rest] = recordDoc(record, say);
  const own = [...(head ? [head] : []), ...redactionNote(record, say), ...rest];
  const result = reportDoc(report, { say }).map((block) =>
    block.kind === 'title' ? text(block.words) : block,
  );
  return [
    ...(depth === 0 ? own : [{ kind: 'page' } as const, ...lowered(own)]),
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
