import { type QuestionId, topicQuestion } from '../../model/assessment.ts';
import type { Condition } from '../../model/condition.ts';
import type { ConceptId } from '../../model/ids.ts';
import type { Concept } from '../../model/pack.ts';
import { Bug } from '../../problems/bug.ts';
import { type Asked, type Marking, marking, WIDTH } from './marking.ts';

/** Conditions as gates: each joins four statements by *and*; *or* is the opposite of *and* over opposites. */
export interface Gates {
  /**
   * Notes the places that all hold where the one condition does and the other does not; an absent one asks nothing.
   * They are the inputs of one gate, whose output is the caller's.
   *
   * @param gate its number among the inputs
   */
  readonly wire: (inputs: Int32Array, gate: number, rule: Conditions) => void;
  /** Closes the set: nothing is added afterwards. */
  readonly close: () => Marking;
}

/** What a rule or a priority asks. */
interface Conditions {
  readonly when?: Condition;
  readonly unless?: Condition;
}

/** What has been added so far. The place of a statement is even, that of its opposite follows it. */
interface Building {
  readonly concepts: ReadonlyMap<ConceptId, Concept>;
  readonly questions: Map<QuestionId, Asked>;
  /** What safeguards ask of the first round, by name. */
  readonly ofFirstRound: Map<string, number>;
  readonly ofConcepts: Map<ConceptId, number | 'under way'>;
  readonly inputs: number[];
  readonly outputs: number[];
  places: number;
}

/** Opens an empty set of gates; place 0 always holds. */
export function gatesOver(concepts: ReadonlyMap<ConceptId, Concept>): Gates {
  const building: Building = {
    concepts,
    questions: new Map(),
    ofFirstRound: new Map(),
    ofConcepts: new Map(),
    inputs: [],
    outputs: [],
    places: 2,
  };
  const parts: number[] = [];
  return {
    wire: (inputs, gate, { when, unless }) => {
      parts.length = 0;
      if (when) addParts(when, false, { building, parts });
      if (unless) addParts(unless, true, { building, parts });
      if (parts.length > WIDTH) parts[WIDTH - 1] = all(parts.slice(WIDTH - 1), building);
      for (let at = 0; at < WIDTH && at < parts.length; at += 1) inputs[WIDTH * gate + at] = parts[at] ?? 0;
    },
    close: () => {
      const { questions, places, inputs, outputs } = building;
      return marking([...questions.values()], {
        places,
        inputs: Int32Array.from(inputs),
        outputs: Int32Array.from(outputs),
      });
    },
  };
}

function placeIn(condition: Condition, building: Building): number {
  switch (condition.kind) {
    case 'fact':
      return literal(condition.fact, condition.answers, building);
    case 'topic':
      return literal(topicQuestion(condition.topic), ['yes'], building);
    case 'concept':
      return concept(condition.concept, building);
    case 'yields':
      return ofFirstRound(`yields ${condition.principle}`, building);
    case 'departs':
      return ofFirstRound(`departs ${condition.from}:${condition.action}`, building);
    default: {
      const parts: number[] = [];
      const opposite = condition.kind === 'any';
      addParts(condition, opposite, { building, parts });
      return all(parts, building) ^ Number(opposite);
    }
  }
}

interface Adding {
  readonly building: Building;
  readonly parts: number[];
}

/** Adds the places that must all hold for a condition, or for its opposite, to hold. */
function addParts(condition: Condition, opposite: boolean, adding: Adding): void {
  if (condition.kind === 'not') addParts(condition.of, !opposite, adding);
  else if (condition.kind === 'all' && !opposite)
    for (const part of condition.of) addParts(part, false, adding);
  else if (condition.kind === 'any' && opposite)
    for (const part of condition.of) addParts(part, true, adding);
  else adding.parts.push(placeIn(condition, adding.building) ^ Number(opposite));
}

function next(building: Building): number {
  building.places += 2;
  return building.places - 2;
}

/** One place for many: gates of four, each taking in the one before it. */
function all(parts: readonly number[], building: Building): number {
  let [joined = 0] = parts;
  for (let at = 1; at < parts.length; at += WIDTH - 1) {
    building.inputs.push(joined, parts[at] ?? 0, parts[at + 1] ?? 0, parts[at + 2] ?? 0);
    joined = next(building);
    building.outputs.push(joined);
  }
  return joined;
}

function literal(id: QuestionId, answers: readonly string[], building: Building): number {
  let question = building.questions.get(id);
  if (!question) {
    question = { id, literals: [] };
    building.questions.set(id, question);
  }
  for (const one of question.literals) if (areSame(one.answers, answers)) return one.place;
  const place = next(building);
  question.literals.push({ answers, place });
  return place;
}

function areSame(first: readonly string[], second: readonly string[]): boolean {
  if (first.length !== second.length) return false;
  for (let at = 0; at < first.length; at += 1) if (first[at] !== second[at]) return false;
  return true;
}

function ofFirstRound(name: string, building: Building): number {
  const place = building.ofFirstRound.get(name) ?? next(building);
  building.ofFirstRound.set(name, place);
  return place;
}

function concept(id: ConceptId, building: Building): number {
  const { concepts, ofConcepts } = building;
  const known = ofConcepts.get(id);
  const when = concepts.get(id)?.when;
  if (known === 'under way' || !when) throw new Bug(`concept ${id} is missing or cyclic`);
  if (known !== undefined) return known;
  ofConcepts.set(id, 'under way');
  const place = placeIn(when, building);
  ofConcepts.set(id, place);
  return place;
}
