import { toDo } from './acts.ts';
import { type Telling } from './telling.ts';

/** The first sentence of a result: what kind of answer this is, in plain words. */
export function headlineWords(telling: Telling): string {
  const { report, say } = telling;
  if (report.contradiction.length > 0) return say('headline.contradiction');
  switch (report.headline) {
    case 'act-now':
      return say('headline.act-now');
    case 'consult':
      return say('headline.consult');
    case 'do':
      return say(`headline.${doing(telling)}`);
    case 'find-out':
      return say(report.dilemmas.length > 0 ? 'headline.choose' : 'headline.find-out');
    case 'nothing-said':
      return say('headline.nothing-said');
  }
}

function doing(telling: Telling): 'do-today' | 'do' | 'only-against' {
  const owed = telling.report.escalation.filter((step) => step.owed === 'yes' && !step.prepare);
  const phases = [...toDo(telling), ...owed].map(({ phase }) => phase);
  if (phases.length === 0) return 'only-against';
  return phases.includes('now') || phases.includes('today') ? 'do-today' : 'do';
}
