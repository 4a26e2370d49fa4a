import type { PrincipleAssessment, QuestionId } from '../model/assessment.ts';
import { PRINCIPLES, type PrincipleId } from '../model/ids.ts';
import type { Component } from './compiled.ts';
import type { Node } from './diagram.ts';
import { influences } from './influence.ts';
import type { ComponentOutcome } from './outcome.ts';
import type { SecondCase, SecondSurvey } from './second-round.ts';
import { joined, type Space } from './space.ts';
import type { Survey } from './survey.ts';

type Status = PrincipleAssessment['status'];

/** One component over all completions, as far as the principles go. */
interface Part {
  readonly component: Component;
  readonly questions: () => readonly QuestionId[];
  /** A function to lists of outcomes: one in the first round, one for each way out in the second. */
  readonly node: Node | undefined;
  readonly read: (value: unknown) => readonly ComponentOutcome[];
}

/** Step 7: the status of each of the five principles, over both rounds and all completions. */
export function principleAssessments(
  first: readonly Survey[],
  second: readonly SecondSurvey[],
  space: Space,
): PrincipleAssessment[] {
  const parts: Part[] = [
    ...first.map((survey) => ({
      ...survey,
      node: survey.outcome,
      read: (value: unknown) => [value as ComponentOutcome],
    })),
    ...second.map((survey) => ({
      ...survey,
      node: survey.result,
      read: (value: unknown) => (value as SecondCase).ways.map(({ outcome }) => outcome),
    })),
  ];
  return PRINCIPLES.map((id) => {
    const own = parts.filter(({ component }) => component.rules.some(({ rule }) => rule.principle === id));
    return principleAssessment(id, own, space);
  });
}

function principleAssessment(id: PrincipleId, parts: readonly Part[], space: Space): PrincipleAssessment {
  const statuses = parts.map((part) => statusesOf(part, id, space));
  const settled = parts.flatMap((part, index) =>
    statuses[index]?.length === 1 ? outcomesOf(part, space) : [],
  );
  const varying = parts.filter((_, index) => statuses[index]?.length !== 1);
  const told = statusOf(settled, id);
  // What the settled parts say cannot be undone by the others, where it is the first that can hold.
  if (varying.length === 0 || told === 'in-conflict')
    return { id, status: told, to: yieldingTo(settled, id), dependsOn: [] };
  const joint = space.diagrams.within(() => jointly(id, { varying, settled }, space));
  const values = joint === undefined ? [] : space.valuesIn(joint);
  const status = values.length === 1 ? (values[0] as Status) : 'unclear';
  const asked =
    joint === undefined ? varying.flatMap(({ questions }) => questions()) : influences(joint, space);
  return {
    id,
    status,
    to: status === 'yields' ? yieldingTo(settled, id) : [],
    dependsOn: status === 'unclear' ? [...new Set(asked)].sort() : [],
  };
}

/** What a principle is, as a function of all that is open; undefined where a part has no diagram. */
function jointly(
  id: PrincipleId,
  { varying, settled }: { varying: readonly Part[]; settled: readonly ComponentOutcome[] },
  space: Space,
): Node | undefined {
  const nodes = varying.map((part) => statusNode(part, id, space));
  if (nodes.includes(undefined)) return undefined;
  const told = space.diagrams.end(statusOf(settled, id));
  return space.possible(
    joined([told, ...(nodes as Node[])], space, (one: Status, other: Status) =>
      STATUSES.find((status) => status === one || status === other),
    ),
  );
}

function statusNode({ node, read }: Part, id: PrincipleId, space: Space): Node | undefined {
  return node === undefined ? undefined : space.map(node, (value) => statusOf(read(value), id));
}

/** The different statuses that a part gives a principle, by itself; none where it has no diagram. */
function statusesOf(part: Part, id: PrincipleId, space: Space): readonly unknown[] {
  const node = statusNode(part, id, space);
  return node === undefined ? [] : space.valuesIn(node);
}

/** The outcomes of a part whose completions are alike: those of any of them. */
function outcomesOf({ node, read }: Part, space: Space): readonly ComponentOutcome[] {
  const [value] = node === undefined ? [] : space.valuesIn(node);
  return value === undefined ? [] : read(value);
}

/** First that holds. */
const STATUSES: readonly Status[] = ['in-conflict', 'yields', 'served', 'not-engaged'];

function statusOf(outcomes: readonly ComponentOutcome[], id: PrincipleId): Status {
  const engagements = outcomes.map(({ engagement }) => engagement);
  if (engagements.some(({ inConflict }) => inConflict.has(id))) return 'in-conflict';
  if (engagements.some(({ yields }) => yields.some(({ principle }) => principle === id))) return 'yields';
  return engagements.some(({ applies }) => applies.has(id)) ? 'served' : 'not-engaged';
}

function yieldingTo(outcomes: readonly ComponentOutcome[], id: PrincipleId): PrincipleAssessment['to'] {
  const found = outcomes.flatMap(({ engagement }) =>
    engagement.yields
      .filter(({ principle }) => principle === id)
      .map(({ to, action, through }) => ({ principle: to, action, through })),
  );
  const byText = new Map(found.map((one) => [JSON.stringify(one), one]));
  return [...byText].sort(([first], [second]) => (first < second ? -1 : 1)).map(([, one]) => one);
}
