import type { Report } from '../model/report.ts';
import type { Say } from '../text/say.ts';
import type { Doc } from './doc.ts';
import { htmlDoc } from './html-doc.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { print } from './print.ts';
import { screen } from './screen.ts';
import { closing, sections } from './sections.ts';
import type { Level } from './spans.ts';
import { tell } from './telling.ts';

export type Format = 'text' | 'md' | 'html' | 'json';

/** How a report is told. */
export interface TellOptions {
  readonly width: number;
  readonly style: { readonly level: Level };
  readonly plain: boolean;
  readonly say: Say;
  /** Today, `2026-11-25`; in text only: contacts past their date are marked. Absent: none is. */
  readonly today?: string;
}

export interface RenderOptions extends TellOptions {
  readonly format: Format;
}

/**
 * Prints a whole report: the first screen without a limit of height, then what is behind it. Markdown and JSON are the
 * same bytes on every day and for every width.
 */
export function render(report: Report, options: RenderOptions): string {
  switch (options.format) {
    case 'json':
      return json(report);
    case 'md':
      return markdown(reportDoc(report, options));
    case 'html':
      return htmlDoc(reportDoc(report, options), { lang: report.lang });
    case 'text':
      return print(whole(report, options, options.today), options);
  }
}

/** A whole report as a document, without a width and a day: what Markdown, HTML and paper are made of. */
export function reportDoc(report: Report, { say }: Pick<TellOptions, 'say'>): Doc {
  return whole(report, { say, width: 80, plain: false, style: { level: 0 } });
}

function whole(report: Report, { say, width, plain }: TellOptions, today?: string): Doc {
  const telling = tell(report, say, today);
  const first = screen(telling, { columns: width, plain });
  if (report.contradiction.length > 0) return [...first, ...closing(telling)];
  return [...first, ...sections(telling)];
}
