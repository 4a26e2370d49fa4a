import { questionsOf } from '../engine/condition.ts';
import type { Node } from '../engine/diagram.ts';
import { influences, moves } from '../engine/influence.ts';
import type { ComponentOutcome } from '../engine/outcome.ts';
import { stepFunction } from '../engine/trigger.ts';
import type { QuestionId } from '../model/assessment.ts';
import type { Finding } from '../model/finding.ts';
import type { FactId } from '../model/ids.ts';
import type { Fact, Step } from '../model/pack.ts';
import { movesIn } from './prove/moves.ts';
import { largeComponents } from './prove/second.ts';
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
    .filter(({ id }) => !read.has(id) && answersLeft(id, whole).length > 1)
    .flatMap(
      (fact) =>
        diagrams.within(() => idleness(fact, functions, whole)) ?? [
          { kind: 'not-proved', about: [fact.id], place: fact.place },
        ],
    );
}

function idleness(fact: Fact, functions: Functions, whole: Whole): Finding[] {
  if (!matters(fact.id, functions.verdicts, whole)) {
    const moved = functions.large.map((own) => movesIn(own, verdictsIn, { fact: fact.id, whole }));
    const unsure = functions.incomplete || moved.includes(undefined);
    if (!moved.includes(true)) return unused(fact, { ...functions, incomplete: unsure }, whole);
  }
  return twins(fact.id, functions, whole).map((about) => ({
    kind: 'answers-never-differ',
    about,
    place: fact.place,
  }));
}

function verdictsIn({ actions }: ComponentOutcome): string {
  return actions.map(({ verdict }) => verdict).join(' ');
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
  /** The components of the second round that are too large for a diagram, by what they ask of the first. */
  readonly large: readonly Node[];
  /** Nothing is known of some action's verdict. */
  readonly incomplete: boolean;
  /** Computed when first asked for, as steps about any dilemma grow large. */
  readonly step: (step: Step) => Node | undefined;
}

function functionsOf(whole: Whole): Functions {
  const verdicts = [...whole.pack.actions.keys()].flatMap((action) => verdictNode(action, whole) ?? []);
  const large = largeComponents(whole);
  const missing = [...whole.findings.first.values()].some(({ outcome }) => outcome === undefined);
  const known = new Map<Step, Node | undefined>();
  return {
    verdicts,
    outcomes: outcomeNodes(whole),
    large: large.flatMap(({ own }) => own ?? []),
    incomplete: missing || large.some(({ own }) => own === undefined),
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
function stepsTouching(fact: FactId, { outcomes, large }: Functions, whole: Whole): Step[] {
  const { pack, compiled, findings } = whole;
  const { space } = findings;
  const bears =
    outcomes.some((node) => space.questionsIn(node).includes(fact)) ||
    large.some((own) => movesIn(own, (outcome) => outcome, { fact, whole }) !== false);
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
  const possible = answersLeft(fact, whole);
  const branches = new Map<Node, readonly (readonly Node[])[]>();
  const branchesOf = (node: Node) => {
    const found = branches.get(node) ?? space.diagrams.branchesAt(node, space.levelOf(fact));
    branches.set(node, found);
    return found;
  };
  const alike = (first: number, second: number) => (node: Node) =>
    branchesOf(node).every((branch) => branch[first] === branch[second]);
  return possible.flatMap((first, index) =>
    possible
      .slice(index + 1)
      .filter((second) => {
        const pair = [answers.indexOf(first), answers.indexOf(second)] as const;
        const same = alike(...pair);
        const kept = (read: (outcome: ComponentOutcome) => unknown) =>
          functions.large.every((own) => movesIn(own, read, { fact, whole, pairs: [pair] }) === false);
        return (
          functions.verdicts.every(same) && kept(verdictsIn) && stepsAlike({ same, kept }, functions, whole)
        );
      })
      .map((second) => [fact, first, second]),
  );
}

/** The answers to a question that the constraints allow somewhere; with one alone it is never asked. */
function answersLeft(question: FactId, { compiled, findings: { space } }: Whole): string[] {
  const canBe = (answer: string) =>
    space.valuesIn(space.possible(space.test({ kind: 'is', question, answers: [answer] }))).includes(true);
  return (compiled.variables.get(question)?.answers ?? []).filter(canBe);
}

interface Alike {
  readonly same: (node: Node) => boolean;
  /** Whether what is read of the large components stays the same. */
  readonly kept: (read: (outcome: ComponentOutcome) => unknown) => boolean;
}

/** Whether no step is told apart; a step that grows too large is taken to be. */
function stepsAlike({ same, kept }: Alike, functions: Functions, whole: Whole): boolean {
  const { pack, compiled, findings } = whole;
  const components = functions.outcomes.every(same) && kept((outcome) => outcome);
  return [...pack.steps.values()].every((step) => {
    const conditions = step.triggers.flatMap((trigger) => (trigger.kind === 'when' ? [trigger.when] : []));
    const plain = conditions.every((when) => same(findings.space.test(compiled.resolve(when))));
    const looks = step.triggers.some(({ kind }) => kind !== 'when');
    if (plain && (components || !looks)) return true;
    const node = functions.step(step);
    return node !== undefined && same(node);
  });
}
