import type { Report, ReportAction } from '../../model/report.ts';

/** How a decision stands to a verdict: the learner left what is asked, did what is refused, or it is not settled. */
export type PartingKind = 'must-do-not' | 'should-do-not' | 'must-not-do' | 'should-not-do' | 'contested';

export interface Parting {
  readonly kind: PartingKind;
  readonly action: ReportAction;
}

/** Decisions of a path beside what the rules say of them. */
export interface Partings {
  /** Duties first. */
  readonly apart: readonly Parting[];
  readonly together: readonly ReportAction[];
}

const ORDER: readonly PartingKind[] = [
  'must-do-not',
  'must-not-do',
  'should-do-not',
  'should-not-do',
  'contested',
];

/** Sorts the decisions of a path into those in which it parts from the rules, and those in which it goes with them. */
export function partingsOf({ actions }: Report): Partings {
  const decided = actions.filter((action) => action.decided !== null);
  const apart = decided
    .flatMap((action): Parting[] => {
      const kind = kindOf(action);
      return kind ? [{ kind, action }] : [];
    })
    .sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  return { apart, together: decided.filter(goesWith) };
}

function kindOf({ verdict, decided }: ReportAction): PartingKind | undefined {
  if (verdict === 'contested') return 'contested';
  if (decided === 'do-not' && (verdict === 'must' || verdict === 'should')) return `${verdict}-do-not`;
  if (decided === 'do' && (verdict === 'must-not' || verdict === 'should-not')) return `${verdict}-do`;
  return undefined;
}

function goesWith({ verdict, decided }: ReportAction): boolean {
  return decided === 'do'
    ? ['must', 'should', 'may'].includes(verdict)
    : ['must-not', 'should-not', 'may'].includes(verdict);
}
