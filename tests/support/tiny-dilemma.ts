import type { Dilemma, Given } from '../../src/model/case-file.ts';
import type { ActionId, FactId, TopicId } from '../../src/model/ids.ts';
import type { Pack } from '../../src/model/pack.ts';

/** A dilemma as a case file writes it: an answer, `unknown`, `withheld`, `{ find-out: DATE }`, or a number. */
export interface TinyDilemma {
  readonly facts?: Readonly<Record<string, string | number | { readonly 'find-out': string }>>;
  readonly topics?: readonly string[];
  readonly screened?: Readonly<Record<string, 'yes' | 'no'>>;
  readonly considering?: readonly string[];
  readonly decided?: Readonly<Record<string, 'do' | 'do-not'>>;
}

/** The dilemma as the engine takes it; a fact or an answer that the pack lacks is a slip of the test and throws. */
export function tinyDilemma(tiny: TinyDilemma, pack: Pack): Dilemma {
  const facts = Object.entries(tiny.facts ?? {}).map(
    ([fact, value]) => [fact as FactId, givenOf({ fact, value }, pack)] as const,
  );
  const screened = Object.entries(tiny.screened ?? {}).map(
    ([id, word]) => [id as TopicId, word === 'yes'] as const,
  );
  return {
    facts: new Map(facts),
    ...(tiny.topics ? { topics: new Set(tiny.topics as readonly TopicId[]) } : {}),
    screened: new Map(screened),
    considering: (tiny.considering ?? []) as readonly ActionId[],
    decided: new Map(Object.entries(tiny.decided ?? {}) as [ActionId, 'do' | 'do-not'][]),
  };
}

function givenOf({ fact, value }: { fact: string; value: unknown }, pack: Pack): Given {
  const domain = pack.facts.get(fact as FactId)?.answers;
  if (!domain) throw new Error(`no fact ${fact}`);
  if (value === 'unknown' || value === 'withheld') return { kind: value };
  if (typeof value === 'object' && value !== null) {
    return { kind: 'find-out', by: String((value as { 'find-out': unknown })['find-out']) };
  }
  const found = domain.find(({ id, band }) =>
    typeof value === 'number' && band ? value >= band.from && value < band.below : id === value,
  );
  if (!found) throw new Error(`${String(value)} is no answer to ${fact}`);
  return {
    kind: 'answer',
    answer: found.id,
    ...(typeof value === 'number' ? { number: value } : {}),
  };
}
