import { questionsOf } from '../engine/condition.ts';
import type { Node } from '../engine/diagram.ts';
import { influences } from '../engine/influence.ts';
import { stepFunction } from '../engine/trigger.ts';
import type { QuestionId } from '../model/assessment.ts';
import type { Finding } from '../model/finding.ts';
import type { FactId } from '../model/ids.ts';
import { verdictNode, type Whole } from './whole.ts';

/** The questions that change no verdict, no step, no note and nobody's being reached; and answers that are never told apart. */
export function idleQuestions(whole: Whole): Finding[] {
  const nodes = functionsOf(whole);
  const used = new Set<QuestionId>([
    ...nodes.flatMap((node) => influences(node, whole.findings.space)),
    ...mentioned(whole),
  ]);
  return [...whole.pack.facts.values()].flatMap((fact): Finding[] => {
    if (!used.has(fact.id)) return [{ kind: 'question-never-matters', about: [fact.id], place: fact.place }];
    if (mentioned(whole).includes(fact.id)) return [];
    return twins(fact.id, nodes, whole).map((about) => ({
      kind: 'answers-never-differ',
      about,
      place: fact.place,
    }));
  });
}

function functionsOf(whole: Whole): Node[] {
  const actions = [...whole.pack.actions.keys()].flatMap((action) => verdictNode(action, whole) ?? []);
  const steps = [...whole.pack.steps.values()].flatMap((step) => stepFunction(step, whole.findings) ?? []);
  return [...actions, ...steps];
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
function twins(fact: FactId, nodes: readonly Node[], { compiled, findings }: Whole): string[][] {
  const answers = compiled.variables.get(fact)?.answers ?? [];
  const { space } = findings;
  const touched = nodes.filter((node) => space.diagrams.support(node).includes(space.levelOf(fact)));
  return answers.flatMap((first, index) =>
    answers
      .slice(index + 1)
      .filter((second) =>
        touched.every((node) => space.under(node, fact, first) === space.under(node, fact, second)),
      )
      .map((second) => [fact, first, second]),
  );
}
