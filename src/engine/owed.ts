import type { OwedIf, QuestionId, WayOut } from '../model/assessment.ts';
import type { ActionId } from '../model/ids.ts';
import { influences } from './influence.ts';
import type { Inquiry } from './survey.ts';

/** In one completion: under which ways out something is owed. */
export interface OwedCase {
  readonly word: string;
  readonly ways: readonly { readonly way: WayOut | null; readonly owed: boolean }[];
}

export interface Owed {
  readonly owed: 'yes' | 'possible' | 'if';
  readonly if: OwedIf;
  readonly dependsOn: readonly QuestionId[];
}

/**
 * Says whether something is owed: in every completion and every way out, *yes*; in every completion under the same
 * ways out, *if*, one entry for each decision that brings it; otherwise *possible*, with what it hangs on.
 *
 * @returns no entry when it is owed nowhere
 */
export function owedFrom(
  questions: readonly QuestionId[],
  cases: readonly OwedCase[],
  inquiry: Inquiry,
): Owed[] {
  const somewhere = cases.some(({ ways }) => ways.some(({ owed }) => owed));
  if (!somewhere) return [];
  if (cases.every(({ ways }) => ways.every(({ owed }) => owed)))
    return [{ owed: 'yes', if: null, dependsOn: [] }];
  const patterns = new Set(cases.map(({ ways }) => JSON.stringify(ways)));
  const [first] = cases;
  if (patterns.size === 1 && first) {
    return decisionsBringing(first.ways).map((way) => ({ owed: 'if', if: way, dependsOn: [] }));
  }
  const rows = cases.map(({ word, ways }) => ({
    word,
    result: JSON.stringify(ways.map(({ owed }) => owed)),
  }));
  return [{ owed: 'possible', if: null, dependsOn: influences(questions, rows, inquiry) }];
}

/** One decision where one is enough (*if you report*), otherwise each way out that brings it. */
function decisionsBringing(ways: OwedCase['ways']): WayOut[] {
  const bringing = ways.filter(({ owed }) => owed).flatMap(({ way }) => way ?? []);
  const rest = ways.filter(({ owed }) => !owed).flatMap(({ way }) => way ?? []);
  const single = (key: 'do' | 'leave'): ActionId | undefined =>
    bringing[0]?.[key].find(
      (action) =>
        bringing.every((way) => way[key].includes(action)) && rest.every((way) => !way[key].includes(action)),
    );
  const done = single('do');
  if (done) return [{ do: [done], leave: [] }];
  const left = single('leave');
  if (left) return [{ do: [], leave: [left] }];
  return bringing;
}
