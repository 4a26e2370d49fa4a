import type { QuestionId } from '../model/assessment.ts';
import type { Condition } from '../model/condition.ts';
import type { ActionId } from '../model/ids.ts';
import type { Action, Pack, Rule } from '../model/pack.ts';
import { Bug } from '../problems/bug.ts';
import type { CompiledPriority, CompiledRule, Component, Variable } from './compiled.ts';
import type { CompiledPack } from './compiled-pack.ts';
import { ALWAYS, NEVER, questionsOf, resolve, type Test, topicQuestion } from './condition.ts';
import { evaluatorOf } from './evaluator.ts';
import { byId } from './order.ts';
import { pairingsOf } from './pairing.ts';
import { tiesByArising } from './unanswerable.ts';

export type { CompiledPack } from './compiled-pack.ts';

/** Makes a pack ready for `assess`. */
export function compile(pack: Pack): CompiledPack {
  const known = new Map<Condition, Test>();
  const spread = (condition: Condition): Test => {
    const test = known.get(condition) ?? resolve(condition, pack.concepts);
    known.set(condition, test);
    return test;
  };
  const components = componentsOf(pack, spread);
  const evaluators = new Map(components.map((component) => [component, evaluatorOf(component, pack)]));
  const variables = variablesOf(pack, spread);
  const compiled: CompiledPack = {
    pack,
    variables,
    levels: levelsOf(pack, variables),
    constraints: [...pack.constraints.values()]
      .sort(byId)
      .map((constraint) => ({ constraint, never: spread(constraint.never) })),
    ties: [],
    components,
    componentOf: new Map(
      components.flatMap((part) => part.actions.map((action) => [action.id, part] as const)),
    ),
    evaluate: (component, pattern) => {
      const evaluator = evaluators.get(component);
      if (!evaluator) throw new Bug('a component of another pack was evaluated');
      return evaluator(pattern);
    },
    resolve: spread,
  };
  return { ...compiled, ties: tiesByArising(compiled) };
}

function compileRule(rule: Rule, spread: (condition: Condition) => Test): CompiledRule {
  const when = rule.when ? spread(rule.when) : ALWAYS;
  const unless = rule.unless ? spread(rule.unless) : NEVER;
  const { modality } = rule;
  return {
    rule,
    when,
    unless,
    questions: questionsOf(when, unless),
    side: modality === 'should-not' || modality === 'must-not' ? 'against' : 'for',
    asks: modality === 'must' || modality === 'should',
    grade: modality === 'may' ? 0 : modality === 'should' || modality === 'should-not' ? 1 : 2,
  };
}

const LEVEL = { rule: 3, tag: 2, principle: 1 } as const;

function componentsOf(pack: Pack, spread: (condition: Condition) => Test): Component[] {
  const rules = [...pack.rules.values()].sort(byId).map((rule) => compileRule(rule, spread));
  const priorities = [...pack.priorities.values()].sort(byId).map(
    (priority): CompiledPriority => ({
      priority,
      when: priority.when ? spread(priority.when) : ALWAYS,
      level: Math.min(LEVEL[priority.prefer.kind], LEVEL[priority.over.kind]) as 1 | 2 | 3,
    }),
  );
  const second = new Set(rules.filter(({ rule }) => rule.safeguard).map(({ rule }) => rule.action));
  return joined(pack, second).map((actions) => {
    const ids = new Set(actions.map((action) => action.id));
    const own = rules.filter(({ rule }) => ids.has(rule.action));
    const pairings = pairingsOf(own, priorities, pack.actions);
    const met = new Set([...pairings.values()].flatMap((list) => list.map((pairing) => pairing.priority)));
    return {
      round: actions.some((action) => second.has(action.id)) ? 2 : 1,
      actions,
      rules: own,
      priorities: priorities.filter((priority) => met.has(priority)),
      pairings,
    };
  });
}

/** Actions joined by exclusions within one round, each list sorted by id. */
function joined(pack: Pack, second: ReadonlySet<ActionId>): Action[][] {
  const left = new Map([...pack.actions.values()].sort(byId).map((action) => [action.id, action]));
  const parts: Action[][] = [];
  for (const action of left.values()) {
    left.delete(action.id);
    const part = [action];
    for (const member of part) {
      const neighbours = member.excludes.flatMap((id) => left.get(id) ?? []);
      const fresh = neighbours.filter(({ id }) => second.has(id) === second.has(member.id));
      for (const { id } of fresh) left.delete(id);
      part.push(...fresh);
    }
    parts.push(part.sort(byId));
  }
  return parts;
}

function variablesOf(pack: Pack, spread: (condition: Condition) => Test): Map<QuestionId, Variable> {
  const variables = new Map<QuestionId, Variable>();
  for (const topic of [...pack.topics.values()].sort(byId)) {
    const id = topicQuestion(topic.id);
    variables.set(id, { id, answers: ['yes', 'no'] });
  }
  function add(id: QuestionId): void {
    const fact = pack.facts.get(id as never);
    if (!fact || variables.has(id)) return;
    const parts: Test[] = [];
    if (fact.topics.length > 0) {
      parts.push({
        kind: 'any',
        of: fact.topics.map(
          (topic) => ({ kind: 'is', question: topicQuestion(topic), answers: ['yes'] }) as const,
        ),
      });
    }
    if (fact.askedWhen) parts.push(spread(fact.askedWhen));
    const asked: Test = { kind: 'all', of: parts };
    for (const before of questionsOf(asked)) add(before);
    const answers = fact.answers.map((answer) => answer.id as string);
    variables.set(id, parts.length > 0 ? { id, answers, asked } : { id, answers });
  }
  for (const fact of [...pack.facts.values()].sort(byId)) add(fact.id);
  return variables;
}

/**
 * Each topic right before its facts, each question after those that decide whether it arises: what bears on the same
 * verdicts stands together, which keeps diagrams small (some 5 times smaller than with all topics first).
 */
function levelsOf(pack: Pack, variables: ReadonlyMap<QuestionId, Variable>): QuestionId[] {
  const levels = new Set<QuestionId>();
  function add(id: QuestionId): void {
    if (levels.has(id)) return;
    const asked = variables.get(id)?.asked;
    if (asked) for (const before of questionsOf(asked)) add(before);
    levels.add(id);
  }
  const facts = [...pack.facts.values()].sort(byId);
  for (const topic of [...pack.topics.values()].sort(byId)) {
    add(topicQuestion(topic.id));
    for (const fact of facts) if (fact.topics.includes(topic.id)) add(fact.id);
  }
  for (const fact of facts) add(fact.id);
  return [...levels];
}
