import { compile } from '../../engine/compile.ts';
import type { Report } from '../../model/report.ts';
import { pageNow } from '../fold/steps.ts';
import { lookAt } from '../look.ts';
import { decidingTurn } from './deciding.ts';
import { interviewTurn } from './interview.ts';
import { reportNow } from './reporting.ts';
import { resultTurn } from './result.ts';
import type { Opened, Session } from './session.ts';

/** The pages of a decision; the others belong to the interview. */
const DECIDING = /^(?:decide|reason|at-least|people|parts|note|agreed|told|review|save)/;

/** Makes an open walkthrough one that can weigh. The same object, so that what is known is known on both sides. */
export function begin(opened: Opened): Session {
  return Object.assign(opened, { compiled: compile(opened.voice.pack) });
}

/** Shows page after page until nothing is left to ask. */
export async function takeTurns(session: Session): Promise<void> {
  for (;;) {
    const look = lookAt(session.compiled, session.state);
    const page = pageNow(session.state, look);
    if (page === 'end') return;
    if (page === 'result') await resultTurn(session, look);
    else if (DECIDING.test(page)) await decidingTurn(session, page, look);
    else await interviewTurn(session, page, look);
  }
}

/** The result as it stands at the end. */
export function lastReport(opened: Opened): Report {
  return reportNow(begin(opened));
}
