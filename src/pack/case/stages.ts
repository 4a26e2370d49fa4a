import { get, type Node } from '../../document/node.ts';
import type { Problem, ProblemPlace } from '../../problems/problem.ts';
import { given, problemAt } from '../problem-at.ts';
import { itemsUnder, wordOf } from '../read/node.ts';

/** What one stage, or one option taken in it, adds to the case. */
export interface StageStep {
  readonly facts?: Node;
  readonly decided?: Node;
}

type Report = (problem: Problem) => void;

/**
 * What a staged scenario has revealed at the end of a path: the facts of each stage on the way, then what the option
 * taken there adds. Without a path: what the first stage reveals.
 *
 * @param path `stage=option` joined with commas, in any order; the way follows `then`
 * @returns in the order of the way; later ones go before earlier ones where they speak of the same fact
 *
 * E508: no stage has that name. E509: the stage has no such option. E510: a part of the path is no `stage=option`, or
 * names a stage that the way never comes to.
 */
export function mergeStages(root: Node, path: string | undefined, report: Report): StageStep[] {
  const stages = new Map(itemsUnder(root, 'stages').map((stage) => [idOf(stage), stage]));
  const chosen = chosenOptions(path ?? '', { stages: [...stages.keys()], at: root.place, report });
  const start = get(root, 'start');
  const steps: StageStep[] = [];
  const passed = new Set<string>();
  let here = start ? wordOf(start) : [...stages.keys()][0];
  while (here !== undefined && !passed.has(here)) {
    const stage = stages.get(here);
    if (!stage) break;
    passed.add(here);
    steps.push(stepOf(stage));
    const taken = optionOf(stage, chosen.get(here), { at: root.place, report });
    if (taken) steps.push(stepOf(taken));
    const then = taken && get(taken, 'then');
    here = then && wordOf(then);
  }
  for (const [stage, option] of chosen) {
    if (!passed.has(stage))
      report(problemAt('E510', root.place, { saw: `${stage}=${option}`, expected: [...passed] }));
  }
  return steps;
}

interface Around {
  readonly at: ProblemPlace;
  readonly report: Report;
}

function chosenOptions(
  path: string,
  { stages, at, report }: Around & { readonly stages: readonly string[] },
): ReadonlyMap<string, string> {
  const chosen = new Map<string, string>();
  for (const part of path.split(',').map((word) => word.trim())) {
    if (part === '') continue;
    const [stage = '', option, ...rest] = part.split('=');
    if (!option || rest.length > 0) report(problemAt('E510', at, part));
    else if (!stages.includes(stage)) report(problemAt('E508', at, { saw: stage, expected: stages }));
    else chosen.set(stage, option);
  }
  return chosen;
}

function optionOf(stage: Node, id: string | undefined, { at, report }: Around): Node | undefined {
  if (id === undefined) return undefined;
  const commit = get(stage, 'commit');
  const options = commit ? itemsUnder(commit, 'options') : [];
  const option = options.find((candidate) => idOf(candidate) === id);
  if (!option)
    report(problemAt('E509', at, { saw: id, expected: options.map(idOf), values: { stage: idOf(stage) } }));
  return option;
}

function stepOf(node: Node): StageStep {
  return { ...given('facts', get(node, 'facts')), ...given('decided', get(node, 'decided')) };
}

function idOf(node: Node): string {
  const id = get(node, 'id');
  return id ? wordOf(id) : '';
}
