import { AUDIENCES, type Audience, type DecisionRecord } from '../../model/record.ts';
import type { Lang } from '../../model/text.ts';
import { htmlDoc } from '../../render/html-doc.ts';
import { json } from '../../render/json.ts';
import { markdown } from '../../render/markdown.ts';
import { recordsPaper } from '../../render/record-paper.ts';
import { type Say, sayIn } from '../../text/say.ts';
import { setOnPaper } from '../deliver-paper.ts';
import type { Shell } from '../shell.ts';
import { VERSION } from '../version.ts';

export const COPY_FORMATS = ['md', 'html', 'pdf', 'docx', 'json'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

/** Whether whoever gets the copy belongs to the people who work on the case. */
export function isWider(audience: Audience): boolean {
  return audience !== AUDIENCES[0];
}

export interface CopyWish {
  readonly format: CopyFormat;
  /** The whole result with each of several records; JSON always has it. */
  readonly full: boolean;
}

/** The bytes of a copy of one record or several, each told in the language in which its result was given. */
export async function copyOf(
  shell: Shell,
  records: readonly DecisionRecord[],
  { format, full }: CopyWish,
): Promise<Uint8Array> {
  if (format === 'json') {
    const [only] = records;
    return Buffer.from(json(only && records.length === 1 ? only : records));
  }
  const lang = langOf(records) ?? shell.lang;
  const say = sayIn(lang);
  const doc = recordsPaper(records, { full, lang });
  const foot = footOf(records, say);
  if (format === 'md') return Buffer.from(`${markdown(doc)}\n${foot}\n`);
  if (format === 'html') return Buffer.from(htmlDoc(doc, { lang, foot: [foot] }));
  return setOnPaper({ ...shell, lang, say }, doc, { form: format, foot });
}

/** The one language of all records; none where they are of several. */
function langOf([first, ...others]: readonly DecisionRecord[]): Lang | undefined {
  return others.every(({ lang }) => lang === first?.lang) ? first?.lang : undefined;
}

/** Which program made the copy, and by which rules where all are of the same. */
function footOf(records: readonly DecisionRecord[], say: Say): string {
  const lasts = records.map(({ versions }) => versions.at(-1) ?? versions[0]);
  const [first, last] = [records[0], lasts[0]];
  if (!first || !last) return '';
  const { id, version, digest: whole } = last.report.pack;
  const name =
    records.length === 1
      ? say('export.name', { id: first.id, version: last.number })
      : say('export.records', { count: records.length });
  if (lasts.some(({ report }) => report.pack.digest !== whole))
    return say('export.foot.several', { name, tool: VERSION });
  return say('export.foot', { name, pack: id, version, digest: whole.slice(0, 19), tool: VERSION });
}
