import { questionsOf } from '../engine/condition.ts';
import type { Node } from '../engine/diagram.ts';
import { influences, moves } from '../engine/influence.ts';
import { stepFunction } from '../engine/trigger.ts';
import type { QuestionId } from '../model/assessment.ts';
import type { Finding } from '../model/finding.ts';
import type { FactId } from '../model/ids.ts';
import type { Fact, Step } from '../model/pack.ts';
import { outcomeNodes, verdictNode, type Whole } from './whole.ts';

/**
 * The questions that change no verdict, no step, no note and nobody's being reached; and answers that are never told
 * apart. A question of which that cannot be proved is told as not proved.
 */
export function idleQuestions(whole: Whole): Finding[] {
  const functions = functionsOf(whole);
  const read = new Set(mentioned(whole));
  const { diagrams } = whole.findings.space;
  return [...whole.pack.facts.values()]
    .filter(({ id }) => !read.has(id))
    .flatMap(
      (fact) =>
        diagrams.within(() => idleness(fact, functions, whole)) ?? [
          { kind: 'not-proved', about: [fact.id], place: fact.place },
        ],
    );
}

function idleness(fact: Fact, functions: Functions, whole: Whole): Finding[] {
  if (!matters(fact.id, functions.verdicts, whole)) return unused(fact, functions, whole);
  return twins(fact.id, functions, whole).map((about) => ({
    kind: 'answers-never-differ',
    about,
    place: fact.place,
  }));
}

/**
 * Whether some function depends on a question. That two answers differ with all else equal is looked for first: it
 * costs least and is nearly always so.
 */
function matters(fact: FactId, nodes: readonly Node[], whole: Whole): boolean {
  const { space } = whole.findings;
  const level = space.levelOf(fact);
  const asking = nodes.filter((node) => space.diagrams.support(node).includes(level));
  if (asking.some((node) => moves(node, fact, space))) return true;
  const tied = nodes.filter((node) => space.questionsIn(node).includes(fact));
  return tied.some((node) => influences(node, space).includes(fact));
}

interface Functions {
  readonly verdicts: readonly Node[];
  /** All that the steps look at of the components: where these do not differ, only a step's own conditions can. */
  readonly outcomes: readonly Node[];
  /** Some action's verdict has no diagram. */
  readonly incomplete: boolean;
  /** Computed when first asked for, as steps about any dilemma grow large. */
  readonly step: (step: Step) => Node | undefined;
}

function functionsOf(whole: Whole): Functions {
  const verdicts = [...whole.pack.actions.keys()].map((action) => verdictNode(action, whole));
  const known = new Map<Step, Node | undefined>();
  return {
    verdicts: verdicts.filter((node) => node !== undefined),
    outcomes: outcomeNodes(whole),
    incomplete: verdicts.includes(undefined),
    step: (step) => {
      if (!known.has(step)) known.set(step, stepFunction(step, whole.findings));
      return known.get(step);
    },
  };
}

/** A question on which no verdict depends: the steps are looked at before it is told as idle. */
function unused(fact: Fact, functions: Functions, whole: Whole): Finding[] {
  const steps = stepsTouching(fact.id, functions, whole).map(functions.step);
  const known = steps.filter((node) => node !== undefined);
  if (matters(fact.id, known, whole)) return [];
  const kind = functions.incomplete || steps.includes(undefined) ? 'not-proved' : 'question-never-matters';
  return [{ kind, about: [fact.id], place: fact.place }];
}

/** The steps whose function can ask a question: by their own conditions, or by what they look at of the components. */
function stepsTouching(fact: FactId, { outcomes }: Functions, { pack, compiled, findings }: Whole): Step[] {
  const { space } = findings;
  const bears = outcomes.some((node) => space.questionsIn(node).includes(fact));
  return [...pack.steps.values()].filter(({ triggers }) =>
    triggers.some((trigger) =>
      trigger.kind === 'when'
        ? space.questionsIn(space.test(compiled.resolve(trigger.when))).includes(fact)
        : bears,
    ),
  );
}

/** Questions of notes, roles and the panel: these are read from what is known and enter no verdict. */
function mentioned({ pack, compiled }: Whole): QuestionId[] {
  const conditions = [
    ...[...pack.notes.values()].map(({ when }) => when),
    ...[...pack.roles.values()].map(({ reachableWhen }) => reachableWhen),
    pack.panel.when,
  ];
  return conditions.flatMap((when) => (when ? questionsOf(compiled.resolve(when)) : []));
}

/** Pairs of answers to one question that leave the same of everything, wherever the question arises. */
function twins(fact: FactId, functions: Functions, whole: Whole): string[][] {
  if (functions.incomplete) return [];
  const { space } = whole.findings;
  const answers = whole.compiled.variables.get(fact)?.answers ?? [];
  const branches = new Map<Node, readonly (readonly Node[])[]>();
  const branchesOf = (node: Node) => {
    const found = branches.get(node) ?? space.diagrams.branchesAt(node, space.levelOf(fact));
    branches.set(node, found);
    return found;
  };
  const alike = (first: number, second: number) => (node: Node) =>
    branchesOf(node).every((branch) => branch[first] === branch[second]);
  return answers.flatMap((first, index) =>
    answers
      .slice(index + 1)
      .filter((second) => {
        const same = alike(index, answers.indexOf(second));
        return functions.verdicts.every(same) && stepsAlike(same, functions, whole);
      })
      .map((second) => [fact, first, second]),
  );
}

/** Whether no step is told apart; a step that grows too large is taken to be. */
function stepsAlike(same: (node: Node) => boolean, functions: Functions, whole: Whole): boolean {
  const { pack, compiled, findings } = whole;
  const components = functions.outcomes.every(same);
  return [...pack.steps.values()].every((step) => {
    const conditions = step.triggers.flatMap((trigger) => (trigger.kind === 'when' ? [trigger.when] : []));
    const plain = conditions.every((when) => same(findings.space.test(compiled.resolve(when))));
    const looks = step.triggers.some(({ kind }) => kind !== 'when');
    if (plain && (components || !looks)) return true;
    const node = functions.step(step);
    return node !== undefined && same(node);
  });
}
