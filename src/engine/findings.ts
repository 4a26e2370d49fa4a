import type { Dilemma } from '../model/case-file.ts';
import type { Component } from './compiled.ts';
import { type SecondSurvey, secondSurveyOf } from './second-round.ts';
import type { Space } from './space.ts';
import { type Survey, surveyOf } from './survey.ts';

/** Both rounds over all completions: what every part of an assessment is read from. */
export interface Findings {
  readonly space: Space;
  readonly dilemma: Dilemma;
  readonly first: ReadonlyMap<Component, Survey>;
  readonly second: ReadonlyMap<Component, SecondSurvey>;
}

/** Surveys every component of a pack in one dilemma. */
export function findingsOf(dilemma: Dilemma, space: Space): Findings {
  const { components } = space.compiled;
  const first = new Map(
    components.filter(({ round }) => round === 1).map((component) => [component, surveyOf(component, space)]),
  );
  const second = new Map(
    components
      .filter(({ round }) => round === 2)
      .map((component) => [component, secondSurveyOf(component, first, { space, decided: dilemma.decided })]),
  );
  return { space, dilemma, first, second };
}
