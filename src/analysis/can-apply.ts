import { compile } from '../engine/compile.ts';
import { knowledgeOf } from '../engine/known.ts';
import { spaceOf } from '../engine/space.ts';
import type { RuleId } from '../model/ids.ts';
import type { Pack } from '../model/pack.ts';
import { NOTHING_KNOWN } from './whole.ts';

/** Steps that the proof of one rule may take. */
const MOST_STEPS = 100_000;

/**
 * The rules that no dilemma lets apply: what they say and what the constraints allow cannot hold together. Each is proved
 * alone, which is far cheaper than a check of the whole pack.
 *
 * What a safeguard asks of the first round counts as possible, and so does what grows too large: nothing is called dead
 * that could apply.
 */
export function neverApplying(pack: Pack): RuleId[] {
  const compiled = compile(pack);
  const space = spaceOf(compiled, knowledgeOf(NOTHING_KNOWN, compiled), MOST_STEPS);
  const { diagrams, yes, no } = space;
  return compiled.components.flatMap(({ rules }) =>
    rules
      .filter(({ when, unless }) => {
        const holds = diagrams.within(() =>
          space.possible(
            diagrams.apply([space.test(when), space.test(unless)], ([on, off]) =>
              on === yes && off === no ? yes : no,
            ),
          ),
        );
        return holds !== undefined && !diagrams.valuesOf(holds).includes(true);
      })
      .map(({ rule }) => rule.id),
  );
}
