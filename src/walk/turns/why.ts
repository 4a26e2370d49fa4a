import type { Body } from '../../ask/prompter.ts';
import { whyAsked } from '../../engine/questions.ts';
import type { QuestionId } from '../../model/assessment.ts';
import type { PageId } from '../fold/event.ts';
import { withoutAnswer } from '../look.ts';
import { body } from '../pages/pages.ts';
import type { Session } from './session.ts';

/** Lines under the heading, at most. */
const MOST_LINES = 3;

/** *Why do you ask?*: which verdicts and steps hang on the answer, in at most four lines; worked out, never written. */
export function whyNotice(session: Session, page: PageId): Body {
  const { say, pack, read } = session.voice;
  if (page === 'marks' || page === 'confirm') return body(say('walk.why.start'));
  if (!page.startsWith('question:')) return body(say('walk.why.nothing'));
  const question = page.slice('question:'.length) as QuestionId;
  const assessment = withoutAnswer(session.compiled, session.state, question);
  const { actions, steps } = whyAsked(assessment, question);
  const texts = [
    ...actions.map((id) => pack.actions.get(id)?.text),
    ...steps.map((id) => pack.steps.get(id)?.text),
  ].flatMap((text) => (text ? [read(text)] : []));
  if (texts.length === 0) return body(say('walk.why.settled'));
  const lines = [...new Set(texts)].map((text) => say('walk.why.line', { text }));
  const shown = lines.length > MOST_LINES ? MOST_LINES - 1 : MOST_LINES;
  const rest = lines.length - shown;
  return (width) =>
    [
      say('walk.why.title'),
      ...lines.slice(0, shown).map((line) => cut(line, width)),
      ...(rest > 0 ? [say('walk.why.more', { count: rest })] : []),
    ].map((text) => [{ text }]);
}

/** One line of at most that width, cut at a word. */
function cut(line: string, width: number): string {
  if (line.length <= width) return line;
  const words = line.slice(0, width - 4);
  return `${words.slice(0, Math.max(words.lastIndexOf(' '), width / 2))} ...`;
}
