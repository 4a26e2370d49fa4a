import { csv } from '../../render/csv.ts';
import type { Doc } from '../../render/doc.ts';
import { htmlDoc } from '../../render/html-doc.ts';
import { json } from '../../render/json.ts';
import { markdown } from '../../render/markdown.ts';
import { print } from '../../render/print.ts';
import { storyVoice } from '../../scenarios/play/voice.ts';
import { groupOf } from '../../scenarios/report/group.ts';
import { groupDoc } from '../../scenarios/report/group-doc.ts';
import { learnersDoc, type ReportShown } from '../../scenarios/report/learner-doc.ts';
import { groupJson, groupRows, learnerRows, learnersJson } from '../../scenarios/report/tables.ts';
import { deliver } from '../out.ts';
import { oneForm } from '../report-options.ts';
import type { Shell } from '../shell.ts';
import { learnersOf } from './learners.ts';
import type { ReportCommandOptions } from './options.ts';
import { type Played, playedIn, storiesIn } from './sessions.ts';

/** Tells what learners chose, for each scenario that they played. */
export async function reportSessions(
  shell: Shell,
  files: readonly string[],
  options: ReportCommandOptions,
): Promise<void> {
  const format = oneForm('--format', { form: options.format, json: options.json }) ?? 'text';
  const { sessions } = shell.places;
  const named = files.length === 0 && sessions !== undefined ? [sessions] : files;
  const played = await playedIn(shell, await storiesIn(shell, named));
  const group = options.group === true;
  const parts = played.map((one) => partOf(shell, one, options));
  if (format === 'json') {
    const objects = parts.map((part) => part.json(group));
    return deliver(shell, json(objects.length === 1 ? objects[0] : objects), options.out);
  }
  if (format === 'csv') {
    const rows = parts.flatMap((part, at) => part.rows(group).slice(at === 0 ? 0 : 1));
    return deliver(shell, csv(rows), options.out);
  }
  await deliver(
    shell,
    textOf(
      parts.map((part) => part.doc(group)),
      format,
      shell,
    ),
    options.out,
  );
}

/** Several scenarios one after the other; of HTML one page. */
function textOf(docs: readonly Doc[], format: 'text' | 'md' | 'html', shell: Shell): string {
  if (format === 'html') return htmlDoc(docs.flat(), { lang: shell.lang });
  return docs.map((doc) => (format === 'md' ? markdown(doc) : print(doc, shell.look('stdout')))).join('\n');
}

/** Everything that can be told of one scenario; nothing is worked out before it is asked for. */
function partOf(shell: Shell, played: Played, { withReasons = false }: ReportCommandOptions) {
  const { story, pack } = played.opened;
  const shown: ReportShown = { story, voice: storyVoice(pack, shell.lang), withReasons };
  const learners = learnersOf(shell, played);
  return {
    json: (group: boolean): object =>
      group ? groupJson(groupOf(story, learners), shown) : learnersJson(learners, shown),
    rows: (group: boolean) =>
      group ? groupRows(groupOf(story, learners), shown) : learnerRows(learners, shown),
    doc: (group: boolean): Doc =>
      group ? groupDoc(groupOf(story, learners), shown) : learnersDoc(learners, shown),
  };
}
