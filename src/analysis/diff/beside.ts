import { compile } from '../../engine/compile.ts';
import type { Component } from '../../engine/compiled.ts';
import type { Node } from '../../engine/diagram.ts';
import { knowledgeOf } from '../../engine/known.ts';
import type { ComponentOutcome } from '../../engine/outcome.ts';
import { type SecondCase, type SecondSurvey, secondSurveyOf } from '../../engine/second-round.ts';
import { type Space, spaceOf } from '../../engine/space.ts';
import { type Survey, surveyOf } from '../../engine/survey.ts';
import type { ActionId } from '../../model/ids.ts';
import type { Pack } from '../../model/pack.ts';
import { componentsBehind } from '../slice.ts';
import { NOTHING_KNOWN, outcomesAt, type Whole } from '../whole.ts';
import { jointOf, type Side, sided } from './joint.ts';
import { plainText } from './plain-text.ts';

/** Two packs over one space of dilemmas; each component is surveyed when it is first asked for. */
export interface Beside {
  readonly whole: Whole;
  readonly space: Space;
  readonly componentOf: (side: Side, action: ActionId) => Component | undefined;
  /** The components of the first round on which one of the second hangs. */
  readonly behind: (component: Component) => readonly Component[];
  readonly survey: (component: Component) => Survey;
  /** The words for an action in one of the packs, as a function of all questions. Undefined: too large. */
  readonly verdict: (side: Side, action: ActionId) => Node | undefined;
}

/** Lays two packs beside each other; costs one compilation of both and no survey yet. */
export function besideOf(one: Pack, other: Pack, most: number): Beside {
  const { pack } = jointOf(one, other);
  const compiled = compile(pack);
  const space = spaceOf(compiled, knowledgeOf(NOTHING_KNOWN, compiled), most);
  const first = new Map<Component, Survey>();
  const second = new Map<Component, SecondSurvey>();
  const whole: Whole = { pack, compiled, findings: { space, dilemma: NOTHING_KNOWN, first, second } };

  function survey(component: Component): Survey {
    const seen = first.get(component) ?? surveyOf(component, space);
    first.set(component, seen);
    return seen;
  }

  const behind = (component: Component) => componentsBehind(component, compiled);
  function secondOf(component: Component): SecondSurvey {
    behind(component).forEach(survey);
    return secondSurveyOf(component, first, { space, decided: new Map() });
  }

  const componentOf = (side: Side, action: ActionId) => compiled.componentOf.get(sided(side, action));
  return {
    whole,
    space,
    componentOf,
    behind,
    survey,
    verdict: (side, action) => {
      const component = componentOf(side, action);
      if (!component) return undefined;
      const id = sided(side, action);
      if (component.round === 1) return wordsNode(survey(component).outcome, id, space);
      const later = second.get(component) ?? secondOf(component);
      second.set(component, later);
      return wordsNode(later.result, id, space);
    },
  };
}

/** What is compared of an action: its words, and those if the worker departs from a duty. */
export interface Words {
  readonly words: readonly string[];
  readonly departing: readonly (readonly [departure: string, words: readonly string[]])[];
}

/** The words for an action as a function of all questions, each value a `Words` as JSON without sides. */
function wordsNode(node: Node | undefined, action: ActionId, { map, diagrams }: Space): Node | undefined {
  if (node === undefined) return undefined;
  const wordsIn = (outcomes: readonly ComponentOutcome[]) =>
    [...new Set(outcomes.map((outcome) => outcome.outcomes.get(action)?.verdict ?? 'silent'))].sort();
  return diagrams.within(() =>
    map(node, (value: ComponentOutcome | SecondCase) => {
      const departing = 'departing' in value ? [...value.departing] : [];
      const words: Words = {
        words: wordsIn(outcomesAt(value)),
        departing: departing.map(([departure, outcomes]) => [departure, wordsIn(outcomes)]),
      };
      return plainText(words);
    }),
  );
}
