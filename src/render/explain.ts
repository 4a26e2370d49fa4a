import type { Report } from '../model/report.ts';
import { type Doc, gap, text, title } from './doc.ts';
import { htmlDoc } from './html-doc.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { print } from './print.ts';
import { actionEntry } from './reasons.ts';
import type { RenderOptions } from './render.ts';
import { closing, sectionOf } from './sections.ts';
import { tell } from './telling.ts';

/**
 * Explains a report: why, and why not, for one action or for all that are listed. An action that is not listed has to
 * be asked for when the report is made (`also`). JSON is the list of those actions.
 */
export function explain(report: Report, action: string | undefined, options: RenderOptions): string {
  const actions = report.actions.filter(({ id }) => action === undefined || id === action);
  if (options.format === 'json') return json(actions);
  const telling = tell(report, options.say, options.format === 'text' ? options.today : undefined);
  const { say } = telling;
  const change =
    action === undefined
      ? report
      : { ...report, nearestChange: ofAction(report, action), findOut: onAction(report, action) };
  const doc: Doc = [
    title(say(action === undefined ? 'explain.all' : 'explain.one')),
    ...(actions.length === 0 ? [gap, text(say('explain.none'))] : []),
    ...actions.flatMap((one) => [gap, actionEntry(one, true, telling)]),
    ...sectionOf('open', tell(change, say)),
    ...sectionOf('change', tell(change, say)),
    ...closing(telling),
  ];
  if (options.format === 'md') return markdown(doc);
  return options.format === 'html' ? htmlDoc(doc, { lang: report.lang }) : print(doc, options);
}

function ofAction(report: Report, action: string): Report['nearestChange'] {
  return report.nearestChange.filter((change) => change.action === action);
}

/** The open questions on which one action hangs, with what they say of it alone. */
function onAction(report: Report, action: string): Report['findOut'] {
  return report.findOut.flatMap((question) => {
    const changes = question.changes.map(({ answer, verdicts }) => {
      const verdict = verdicts[action];
      return { answer, verdicts: verdict === undefined ? {} : { [action]: verdict } };
    });
    return changes.some(({ verdicts }) => Object.keys(verdicts).length > 0) ? [{ ...question, changes }] : [];
  });
}
