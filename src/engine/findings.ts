import type { Dilemma } from '../model/case-file.ts';
import type { Component } from './compiled.ts';
import type { Knowledge } from './known.ts';
import { type SecondSurvey, secondSurveyOf } from './second-round.ts';
import { type Inquiry, type Survey, surveyOf } from './survey.ts';

/** Both rounds over all completions: what every part of an assessment is read from. */
export interface Findings {
  readonly inquiry: Inquiry;
  readonly dilemma: Dilemma;
  readonly first: ReadonlyMap<Component, Survey>;
  readonly second: ReadonlyMap<Component, SecondSurvey>;
}

/** Surveys every component of a pack in one dilemma. */
export function findingsOf(dilemma: Dilemma, knowledge: Knowledge, to: Omit<Inquiry, 'known'>): Findings {
  const inquiry: Inquiry = { ...to, known: knowledge };
  const { components } = inquiry.compiled;
  const first = new Map(
    components
      .filter(({ round }) => round === 1)
      .map((component) => [component, surveyOf(component, inquiry)]),
  );
  const second = new Map(
    components
      .filter(({ round }) => round === 2)
      .map((component) => [
        component,
        secondSurveyOf(component, first, { inquiry, decided: dilemma.decided }),
      ]),
  );
  return { inquiry, dilemma, first, second };
}
