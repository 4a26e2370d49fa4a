import { breaksIn } from '../../analysis/replay.ts';
import { get, type Node } from '../../document/node.ts';
import { assess, type CompiledPack } from '../../engine/assess.ts';
import { truth } from '../../engine/condition.ts';
import { knowledgeOf } from '../../engine/known.ts';
import { withAnswer } from '../../engine/nearest-change.ts';
import type { CaseFile } from '../../model/case-file.ts';
import type { FactId } from '../../model/ids.ts';
import type { Pack, Property } from '../../model/pack.ts';
import { linkLaw } from '../../pack/link-law.ts';
import { itemsUnder } from '../../pack/read/node.ts';
import type { Problem } from '../../problems/problem.ts';

/** What must hold at every point of every way. */
export interface Law extends Property {
  /** Counted from 1, in the author's order. */
  readonly number: number;
}

/** What became of one law at one point: it does not speak of it, it holds, or it is broken. */
export type Ruling = 'silent' | 'holds' | 'broken';

/** Reads the laws of a scenario against its pack; what the pack does not have is reported. */
export function lawsOf(root: Node, pack: Pack, report: (problem: Problem) => void): Law[] {
  const walk = get(root, 'walk');
  return (walk ? itemsUnder(walk, 'always') : []).map((node, index) => ({
    ...linkLaw(node, `${index + 1}`, { pack, report }),
    number: index + 1,
  }));
}

/**
 * What each law says of what is known at one point.
 *
 * A law is broken where its condition surely holds and what should follow may fail to: what is not known counts in every
 * way that it can turn out. Facts that cannot hold together break none; the check tells of them.
 */
export function rulingsOn(known: CaseFile, laws: readonly Law[], compiled: CompiledPack): Ruling[] {
  const { values, impossible } = knowledgeOf(known, compiled);
  if (impossible) return laws.map(() => 'silent');
  let weighed: ReturnType<typeof assess> | undefined;
  const assessment = (): ReturnType<typeof assess> => {
    weighed ??= assess(compiled, known, { changes: false });
    return weighed;
  };
  return laws.map((law): Ruling => {
    if (law.unmovedBy !== undefined) return isMoved(known, law.unmovedBy, compiled) ? 'broken' : 'holds';
    if (law.whenever && truth(compiled.resolve(law.whenever), { values }) !== true) return 'silent';
    return breaksIn(law, assessment(), compiled) ? 'broken' : 'holds';
  });
}

/** Whether some verdict changes with the answer to a fact, all else as it is known. */
function isMoved(known: CaseFile, fact: FactId, compiled: CompiledPack): boolean {
  const answers = compiled.pack.facts.get(fact)?.answers ?? [];
  const verdicts = answers.flatMap(({ id }) => {
    const { actions, contradiction } = assess(compiled, withAnswer(known, fact, id), { changes: false });
    if (contradiction.length > 0) return [];
    return [
      actions
        .map(
          (action) =>
            `${action.id} ${action.possible
              .map(({ verdict }) => verdict)
              .sort()
              .join(' ')}`,
        )
        .sort()
        .join('\n'),
    ];
  });
  return new Set(verdicts).size > 1;
}
