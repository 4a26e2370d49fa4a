import type { Doc } from '../../render/doc.ts';
import { htmlDoc } from '../../render/html-doc.ts';
import { markdown } from '../../render/markdown.ts';
import { print } from '../../render/print.ts';
import type { ReportFormat } from '../report-options.ts';
import type { Shell } from '../shell.ts';

/** Prints a result in the form asked for; what JSON holds is made when it is asked for. */
export function printed(
  shell: Shell,
  format: ReportFormat,
  { doc, json }: { readonly doc: () => Doc; readonly json: () => string },
): string {
  switch (format) {
    case 'json':
      return json();
    case 'md':
      return markdown(doc());
    case 'html':
      return htmlDoc(doc(), { lang: shell.lang });
    case 'text':
      return print(doc(), shell.look('stdout'));
  }
}
