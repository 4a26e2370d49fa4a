import type { Assessment, Headline } from '../model/assessment.ts';
import type { Pack, Verdict } from '../model/pack.ts';
import { minutesOf } from './duration.ts';
import { isAgainst } from './principle.ts';

const WITHIN_THE_HOUR = 60;

/** The headline, first that holds: act-now, consult, do, find-out, nothing-said. */
export function headlineOf(
  {
    actions,
    dilemmas,
    escalation,
    safeguards,
  }: Pick<Assessment, 'actions' | 'dilemmas' | 'escalation' | 'safeguards'>,
  pack: Pack,
): Headline {
  const asked = actions.filter(({ verdict }) => asks(verdict));
  const owed = escalation.filter((step) => step.owed === 'yes' && step.reachable !== 'no' && !step.prepare);
  const urgent = asked.some(({ id }) => {
    const action = pack.actions.get(id);
    return action?.phase === 'now' && action.about.some((topic) => pack.topics.get(topic)?.safety);
  });
  const soon = owed.some(({ id }) => minutesOf(pack.steps.get(id)?.within ?? '') <= WITHIN_THE_HOUR);
  if (urgent || soon) return 'act-now';
  if (dilemmas.some(({ grade }) => grade === 'duty')) return 'consult';
  if (asked.length > 0 || owed.length > 0) return 'do';
  const open = [
    ...actions.map(({ verdict }) => verdict),
    ...safeguards.map(({ verdict }) => verdict),
  ].includes('depends');
  if (!open && dilemmas.length === 0 && actions.some(({ verdict }) => isAgainst(verdict as Verdict)))
    return 'do';
  return open || dilemmas.length > 0 ? 'find-out' : 'nothing-said';
}

function asks(verdict: Verdict | 'depends'): boolean {
  return verdict === 'must' || verdict === 'should';
}
