import type { OwedIf, QuestionId, WayOut } from '../model/assessment.ts';
import type { Node } from './diagram.ts';
import { influences } from './influence.ts';
import type { Space } from './space.ts';

/** With all facts known: under which ways out something is owed. */
export type OwedWays = readonly { readonly way: WayOut | null; readonly owed: boolean }[];

export interface Owed {
  readonly owed: 'yes' | 'possible' | 'if';
  readonly if: OwedIf;
  readonly dependsOn: readonly QuestionId[];
}

/**
 * Says whether something is owed: in every completion and every way out, *yes*; in every completion under the same
 * ways out, *if*, one entry for each decision that brings it; otherwise *possible*, with what it hangs on.
 *
 * @param node a function whose values `waysOf` reads
 * @param told the same function with the ways out told: it grows larger, and only *if* needs it
 * @returns no entry when it is owed nowhere
 */
export function owedFrom<T>(
  { node, told }: { readonly node: Node; readonly told: () => Node | undefined },
  waysOf: (value: T) => OwedWays,
  space: Space,
): Owed[] {
  const degrees = space.map(node, (value: T) => degreeOf(waysOf(value)));
  const [only, ...others] = space.valuesIn(degrees);
  if (only === undefined) return [];
  if (others.length > 0) return [{ owed: 'possible', if: null, dependsOn: influences(degrees, space) }];
  if (only === 'no') return [];
  if (only === 'yes') return [{ owed: 'yes', if: null, dependsOn: [] }];
  const whole = told();
  const text = whole === undefined ? node : space.map(whole, (value: T) => JSON.stringify(waysOf(value)));
  const [ways, ...more] = space.valuesIn(text);
  if (whole === undefined || more.length > 0)
    return [{ owed: 'possible', if: null, dependsOn: influences(text, space) }];
  return decisionsBringing(JSON.parse(ways as string) as OwedWays).map((way) => ({
    owed: 'if',
    if: way,
    dependsOn: [],
  }));
}

function degreeOf(ways: OwedWays): 'yes' | 'if' | 'no' {
  if (ways.every(({ owed }) => owed)) return 'yes';
  return ways.some(({ owed }) => owed) ? 'if' : 'no';
}

/** The single decisions that are enough (*if you report*); where they do not cover all, each way out that brings it. */
function decisionsBringing(ways: OwedWays): WayOut[] {
  const bringing = ways.filter(({ owed }) => owed).flatMap(({ way }) => way ?? []);
  const rest = ways.filter(({ owed }) => !owed).flatMap(({ way }) => way ?? []);
  const enough = (key: 'do' | 'leave') =>
    [...new Set(bringing.flatMap((way) => way[key]))].filter((action) =>
      rest.every((way) => !way[key].includes(action)),
    );
  const [done, left] = [enough('do'), enough('leave')];
  const covered = bringing.every(
    (way) =>
      way.do.some((action) => done.includes(action)) || way.leave.some((action) => left.includes(action)),
  );
  if (!covered) return bringing;
  // Where doing one thing is the same as leaving another, it is told once, as what is done.
  const told = bringing.filter((way) => !way.do.some((action) => done.includes(action)));
  const leaving = left.filter((action) => told.some((way) => way.leave.includes(action)));
  return [
    ...done.map((action) => ({ do: [action], leave: [] })),
    ...leaving.map((action) => ({ do: [], leave: [action] })),
  ];
}
