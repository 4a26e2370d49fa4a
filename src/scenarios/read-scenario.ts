import { get, type Node } from '../document/node.ts';
import type { Pack } from '../model/pack.ts';
import type { Scenario, ScenarioTest } from '../model/scenario.ts';
import { caseOf } from '../pack/case/case-of.ts';
import { given } from '../pack/problem-at.ts';
import { fieldsOf, itemsUnder, wordOf } from '../pack/read/node.ts';
import type { Problem } from '../problems/problem.ts';
import { expectationOf, placeOf } from './read-expectation.ts';

type Report = (problem: Problem) => void;

/**
 * Reads the tests of a scenario against the pack that will judge it; what is not understood is reported and left out.
 *
 * @param root the file, its shape already checked
 * @param file as the user named it
 */
export function scenarioOf(
  root: Node,
  pack: Pack,
  { file, report }: { file: string; report: Report },
): Scenario {
  const id = textAt(root, 'id') ?? nameOf(file);
  const tests = get(root, 'stages')
    ? stagedTests(root, pack, report)
    : [flatTest(root, pack, { id, report })];
  const about = get(root, 'about');
  return {
    file,
    id,
    tests,
    ...given('level', about && textAt(about, 'level')),
    principles: about ? itemsUnder(about, 'principles').map(wordOf) : [],
  };
}

function flatTest(root: Node, pack: Pack, { id, report }: { id: string; report: Report }): ScenarioTest {
  const expect = get(root, 'expect');
  return {
    name: id,
    place: placeOf(expect ?? root),
    dilemma: caseOf(root, pack, { report }),
    expect: expectationOf(expect, { pack, ends: [], report }),
  };
}

function stagedTests(root: Node, pack: Pack, report: Report): ScenarioTest[] {
  const ends = itemsUnder(root, 'ends').map((end) => textAt(end, 'id') ?? '');
  return itemsUnder(root, 'tests').map((test) => {
    const chosen = pathOf(test);
    const place = placeOf(test);
    const path = chosen.map(({ key, node }) => `${key}=${wordOf(node)}`).join(',');
    // The path stands in the test; that is where its author looks for what is wrong with it.
    const here: Report = (problem) => report(isOfPath(problem) ? { ...problem, place } : problem);
    return {
      name: textAt(test, 'name') ?? path,
      place,
      dilemma: caseOf(root, pack, { path, report: here }),
      at: endOf(root, new Map(chosen.map(({ key, node }) => [key, wordOf(node)]))),
      expect: expectationOf(get(test, 'expect'), { pack, ends, report }),
    };
  });
}

function pathOf(test: Node): ReturnType<typeof fieldsOf> {
  const path = get(test, 'path');
  return path ? fieldsOf(path) : [];
}

const PATH_CODES = ['E508', 'E509', 'E510'];

function isOfPath({ code }: Problem): boolean {
  return PATH_CODES.includes(code);
}

/** The end or stage at which a path stops. */
function endOf(root: Node, path: ReadonlyMap<string, string>): string {
  const stages = new Map(itemsUnder(root, 'stages').map((stage) => [textAt(stage, 'id') ?? '', stage]));
  const passed = new Set<string>();
  let here = textAt(root, 'start') ?? [...stages.keys()][0] ?? '';
  for (let stage = stages.get(here); stage && !passed.has(here); stage = stages.get(here)) {
    passed.add(here);
    const commit = get(stage, 'commit');
    const options = commit ? itemsUnder(commit, 'options') : [];
    const option = options.find((one) => textAt(one, 'id') === path.get(here));
    const then = option && textAt(option, 'then');
    if (then === undefined) break;
    here = then;
  }
  return here;
}

function textAt(node: Node, key: string): string | undefined {
  const found = get(node, key);
  return found?.kind === 'scalar' ? wordOf(found) : undefined;
}

/** The name of a file without its folder and ending. */
function nameOf(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/(\.scenario)?\.(ya?ml|json)$/, '');
}
