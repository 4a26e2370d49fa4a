import { get, type Node } from '../document/node.ts';
import type { ActionId, PrincipleId, SourceId, StepId } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import type { Expectation, Expected, ExpectedVerdict } from '../model/scenario.ts';
import type { Place } from '../model/text.ts';
import { problemAt } from '../pack/problem-at.ts';
import { fieldsOf, itemsOf, itemsUnder, wordOf } from '../pack/read/node.ts';
import type { Code } from '../problems/codes.ts';
import type { Problem } from '../problems/problem.ts';

/** What an expectation is read against. */
export interface ExpectationReader {
  readonly pack: Pack;
  /** The ends of a staged scenario. */
  readonly ends: readonly string[];
  readonly report: (problem: Problem) => void;
}

/**
 * Reads what a test expects. A name that the pack does not have is reported and left out, for an expectation of a thing
 * that is not there would hold or fail whatever the rules say.
 *
 * E506: no such action. E308: no such step. E311: no such source. E512: no such end.
 */
export function expectationOf(node: Node | undefined, reader: ExpectationReader): Expectation {
  const { pack, ends, report } = reader;
  const words = (key: string, code: Code, known: Iterable<string>): Expected<string>[] => {
    const names = [...known];
    return (node ? itemsUnder(node, key) : []).flatMap((item) => {
      const value = wordOf(item);
      if (names.includes(value)) return [{ value, place: placeOf(item) }];
      report(problemAt(code, item.place, { saw: value, expected: names, values: { pack: pack.id } }));
      return [];
    });
  };
  const [end] = words('end', 'E512', ends);
  return {
    verdicts: verdictsOf(node, reader),
    // The shape check has let only principles pass.
    yields: (node ? itemsUnder(node, 'yields') : []).map((item) => ({
      value: wordOf(item) as PrincipleId,
      place: placeOf(item),
    })),
    escalates: words('escalates', 'E308', pack.steps.keys()) as Expected<StepId>[],
    cites: words('cites', 'E311', pack.sources.keys()) as Expected<SourceId>[],
    never: words('never', 'E506', pack.actions.keys()) as Expected<ActionId>[],
    departs: words('departs', 'E506', pack.actions.keys()) as Expected<ActionId>[],
    ...(end && { end }),
  };
}

function verdictsOf(node: Node | undefined, { pack, report }: ExpectationReader): Expectation['verdicts'] {
  const verdicts = node && get(node, 'verdicts');
  return (verdicts ? fieldsOf(verdicts) : []).flatMap(({ key, at, node: said }) => {
    const action = pack.actions.get(key as ActionId);
    if (!action) {
      report(
        problemAt('E506', at, { saw: key, expected: [...pack.actions.keys()], values: { pack: pack.id } }),
      );
      return [];
    }
    // The shape check has let only verdicts pass.
    const words = itemsOf(said).map((word) => wordOf(word) as ExpectedVerdict);
    return [
      { value: { action: action.id, words }, place: { file: at.file, line: at.line, column: at.column } },
    ];
  });
}

/** The place of a value, as a failure names it. */
export function placeOf({ place: { file, line, column } }: Node): Place {
  return { file, line, column };
}
