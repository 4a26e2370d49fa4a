import type { Pack } from '../model/pack.ts';
import type { Lang } from '../model/text.ts';
import { namingOf } from './naming.ts';
import { htmlPage } from './pack-docs/html.ts';
import { markdownPage } from './pack-docs/markdown.ts';
import { siteOf } from './pack-docs/site.ts';

export interface PackDocsOptions {
  readonly pack: Pack;
  readonly lang: Lang;
  readonly formats: readonly ('html' | 'md')[];
  readonly toolVersion: string;
}

/**
 * Everything that a pack says, for people to read: a site whose pages stand alone, as HTML and as Markdown.
 *
 * @returns files by name, such as `index.html`; the same pack and language give the same bytes
 */
export function packDocs({ pack, lang, formats, toolVersion }: PackDocsOptions): Map<string, string> {
  const site = siteOf(namingOf(pack, lang), toolVersion);
  const print = { html: htmlPage, md: markdownPage } as const;
  return new Map(
    formats.flatMap((format) =>
      site.pages.map((page) => [`${page.name}.${format}`, print[format](page, site)] as const),
    ),
  );
}
