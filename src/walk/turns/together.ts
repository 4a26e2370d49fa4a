import type { Given } from '../../ask/prompter.ts';
import type { QuestionId } from '../../model/assessment.ts';
import type { Look } from '../fold/steps.ts';
import { answerEvent, togetherPage } from '../pages/together-page.ts';
import { pageOfQuestion } from '../together.ts';
import { answered } from './asking.ts';
import { leftAtMost } from './left-at-most.ts';
import { record, type Session } from './session.ts';

/**
 * Shows questions that are asked together and keeps each answer as an event of its own. Whatever ends the page, also an
 * interrupt, what was answered on it by then is kept.
 */
export async function togetherTurn(
  session: Session,
  questions: readonly QuestionId[],
  look: Look,
): Promise<void> {
  const begun = togetherPage(session.voice, questions, session.state).given;
  const pages = questions.map(pageOfQuestion);
  let given: Given = begun;
  let kept: Given = begun;
  let at: string | undefined;
  const keep = async (all: boolean): Promise<void> => {
    const before = kept;
    kept = given;
    for (const question of questions) {
      const value = given.get(question);
      if (value === undefined || (!all && value === before.get(question))) continue;
      await record(session, answerEvent(question, value, session.state));
    }
  };
  try {
    const reply = await answered(session, {
      page: pages[0] ?? 'check',
      keep: () => keep(false),
      from: () => session.state.trail.find((page) => pages.includes(page)),
      at: (item) => {
        at = item;
      },
      ask: (notice) =>
        session.prompter.fillIn({
          ...togetherPage(session.voice, questions, session.state),
          given,
          at,
          ...notice,
          ...leftAtMost(session, look, questions.length),
          heard: (now) => {
            given = now;
          },
        }),
    });
    if (reply.kind === 'value') await keep(true);
  } catch (error) {
    await keep(false);
    throw error;
  }
}
