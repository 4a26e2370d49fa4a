import { get, type MapNode, type Node } from '../../document/node.ts';
import { assess, type CompiledPack } from '../../engine/assess.ts';
import type { Report } from '../../model/report.ts';
import type { Lang } from '../../model/text.ts';
import { caseOf } from '../../pack/case/case-of.ts';
import { itemsUnder, without, wordOf } from '../../pack/read/node.ts';
import { InputError } from '../../problems/input-error.ts';
import type { Problem } from '../../problems/problem.ts';
import { report } from '../../render/report.ts';
import { type Partings, partingsOf } from './parting.ts';

export interface PathToWeigh {
  /** The scenario, its shape checked. */
  readonly root: MapNode;
  readonly compiled: CompiledPack;
  /** The option taken at each stage, in the order of the way. */
  readonly path: Readonly<Record<string, string>>;
  readonly lang: Lang;
  readonly toolVersion: string;
}

/**
 * What the engine says of a way through a staged scenario, with all that is known at its end.
 *
 * @throws InputError E501 to E511: the way names what is not there
 */
export function weighPath({ root, compiled, path, lang, toolVersion }: PathToWeigh): Report {
  const problems: Problem[] = [];
  const way = Object.entries(path).map(([stage, option]) => `${stage}=${option}`);
  const dilemma = caseOf(root, compiled.pack, {
    path: way.join(','),
    report: (problem) => void problems.push(problem),
  });
  if (problems.length > 0) throw new InputError(problems);
  const assessment = assess(compiled, dilemma, { changes: false });
  return report({ assessment, pack: compiled.pack, lang, toolVersion });
}

/** What the rules said of the choice at one stage when it was made. */
export interface StageWeighed extends Partings {
  readonly stage: string;
  readonly report: Report;
}

/**
 * Weighs each choice by what was known when it was made: neither what it brought to light nor what came later counts.
 * Stages at which nothing was decided are left out.
 *
 * @throws InputError as `weighPath`
 */
export function weighStages(weighing: PathToWeigh): StageWeighed[] {
  const { root, path } = weighing;
  const way = Object.entries(path);
  return way.flatMap(([stage], at) => {
    const taken = way.slice(0, at + 1);
    const decided = decidedAt(root, taken.at(-1));
    if (decided.length === 0) return [];
    const then = weighPath({ ...weighing, root: rootUpTo(root, taken), path: Object.fromEntries(taken) });
    const own = { ...then, actions: then.actions.filter(({ id }) => decided.includes(id)) };
    return [{ stage, report: then, ...partingsOf(own) }];
  });
}

type Taken = readonly [stage: string, option: string];

/** The scenario as it stood when the last of these choices was made. */
function rootUpTo(root: MapNode, taken: readonly Taken[]): MapNode {
  const last = taken.at(-1);
  return changed(root, 'stages', (stages) =>
    stages
      .filter((stage) => taken.some(([id]) => id === idOf(stage)))
      .map((stage) => (idOf(stage) === last?.[0] ? withoutFinding(stage, last[1]) : stage)),
  );
}

/** A stage in which this option brings nothing to light. */
function withoutFinding(stage: Node, option: string): Node {
  return changed(stage, 'commit', ([commit]) =>
    commit
      ? [
          changed(commit, 'options', (options) =>
            options.map((one) => (idOf(one) === option ? without(one, ['facts']) : one)),
          ),
        ]
      : [],
  );
}

/** A mapping in which what stands under one key is another list, or another mapping. */
function changed<Kind extends Node>(
  node: Kind,
  key: string,
  change: (items: readonly Node[]) => readonly Node[],
): Kind {
  if (node.kind !== 'map') return node;
  const fields = node.fields.map((field) => {
    if (field.key !== key) return field;
    const [first = field.node, ...others] = change(
      field.node.kind === 'list' ? field.node.items : [field.node],
    );
    return {
      ...field,
      node: field.node.kind === 'list' ? { ...field.node, items: [first, ...others] } : first,
    };
  });
  return { ...node, fields };
}

/** The actions that a choice decides. */
function decidedAt(root: Node, taken: Taken | undefined): string[] {
  const stage = itemsUnder(root, 'stages').find((one) => idOf(one) === taken?.[0]);
  const commit = stage && get(stage, 'commit');
  const option = commit && itemsUnder(commit, 'options').find((one) => idOf(one) === taken?.[1]);
  const decided = option && get(option, 'decided');
  return decided?.kind === 'map' ? decided.fields.map(({ key }) => key) : [];
}

function idOf(node: Node): string {
  const id = get(node, 'id');
  return id ? wordOf(id) : '';
}
