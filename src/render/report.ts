import type { AssessedFact, Assessment } from '../model/assessment.ts';
import type { Pack } from '../model/pack.ts';
import type { Report } from '../model/report.ts';
import type { Lang } from '../model/text.ts';
import {
  actionWords,
  answerWords,
  findOutWords,
  type Naming,
  namingOf,
  questionOf,
  sourceOf,
  wordsOf,
} from './naming.ts';
import { actionsTold } from './report-actions.ts';
import { glossaryOf } from './report-glossary.ts';
import { dilemmasTold, partingsTold, stepsTold } from './report-owed.ts';

export interface ReportRequest {
  readonly assessment: Assessment;
  readonly pack: Pack;
  readonly lang: Lang;
  readonly toolVersion: string;
  /** Actions to list even where nothing is said of them. */
  readonly also?: readonly string[];
}

/**
 * Puts an assessment into the words of one language: the published `timbang.assessment/1` object. Silent actions are
 * left out unless the worker has them in mind. Keys always stand in one order, and no clock enters, so that the same
 * dilemma, pack and language give the same bytes.
 */
export function report({ assessment, pack, lang, toolVersion, also = [] }: ReportRequest): Report {
  const naming = namingOf(pack, lang);
  const actions = actionsTold(assessment, also, naming);
  return {
    schema: 'timbang.assessment/1',
    toolVersion,
    pack: packHead(naming),
    lang,
    headline: assessment.headline,
    facts: assessment.facts.map((fact) => factTold(fact, naming)),
    contradiction: assessment.contradiction,
    topics: assessment.topics.map(({ id, state }) => ({
      id,
      state,
      text: wordsOf(pack.topics.get(id)?.text, naming),
    })),
    actions,
    dilemmas: dilemmasTold(assessment, actions, naming),
    principles: principlesTold(assessment, naming),
    escalation: stepsTold(assessment, naming),
    safeguards: safeguardsTold(assessment, naming),
    meanwhile: meanwhileTold(assessment, naming),
    partings: partingsTold(assessment, naming),
    findOut: assessment.findOut.map(({ question, changes }) => ({
      fact: question,
      ask: questionOf(question, naming).ask,
      changes,
    })),
    nearestChange: assessment.nearestChange.map((change) => ({
      ...{ action: change.action, to: change.to, kind: change.kind, set: change.set },
      text: actionWords(change.action, naming),
    })),
    conduct: assessment.conduct.map((id) => ({ id, text: wordsOf(pack.conduct.get(id)?.text, naming) })),
    notes: notesTold(assessment, naming),
    packFaults: assessment.packFaults,
    ...glossaryOf(assessment, actions, naming),
  };
}

function principlesTold({ principles }: Assessment, naming: Naming): Report['principles'] {
  return principles.map(({ id, status, to, dependsOn }) => {
    const principle = naming.pack.principles.get(id);
    const name = wordsOf(principle?.name, naming) || id;
    return { id, text: wordsOf(principle?.statement, naming), name, status, to, dependsOn };
  });
}

function notesTold({ notes }: Assessment, naming: Naming): Report['notes'] {
  return notes.map((id) => {
    const note = naming.pack.notes.get(id);
    return {
      id,
      text: wordsOf(note?.text, naming),
      sources: note?.sources.map(({ source }) => source) ?? [],
    };
  });
}

function packHead(naming: Naming): Report['pack'] {
  const { id, version, digest, title, placeName, reviewed } = naming.pack;
  return { id, version, digest, title: wordsOf(title, naming), place: wordsOf(placeName, naming), reviewed };
}

function factTold(fact: AssessedFact, naming: Naming): Report['facts'][number] {
  const findOut = fact.answer === 'find-out';
  return {
    id: fact.id,
    answer: fact.answer,
    from: fact.from,
    text: findOut ? findOutWords(fact.detail, naming) : answerWords(fact.id, fact.answer, naming),
    ask: questionOf(fact.id, naming).ask,
    detail: fact.detail ?? null,
  };
}

function safeguardsTold(assessment: Assessment, naming: Naming): Report['safeguards'] {
  const { pack } = naming;
  return assessment.safeguards.map((safeguard) => {
    const rules = safeguard.rules.flatMap((id) => pack.rules.get(id) ?? []);
    return {
      action: safeguard.action,
      text: actionWords(safeguard.action, naming),
      phase: pack.actions.get(safeguard.action)?.phase ?? '',
      verdict: safeguard.verdict,
      owed: safeguard.owed,
      if: safeguard.if,
      because: rules.map(({ because }) => wordsOf(because, naming)),
      sources: [...new Set(rules.map(({ source }) => sourceOf(source, naming).id))],
      dependsOn: safeguard.dependsOn,
      prepare: safeguard.prepare,
    };
  });
}

function meanwhileTold({ meanwhile }: Assessment, naming: Naming): Report['meanwhile'] {
  const { settledFor, settledAgainst, asIf } = meanwhile;
  return {
    settledFor,
    settledAgainst,
    asIf: {
      facts: asIf.facts.map(({ fact, value }) => ({
        fact,
        value,
        because: wordsOf(naming.pack.facts.get(fact)?.whileUnknown?.because, naming),
      })),
      actions: asIf.actions.map(({ id, verdict, prepare, askFirst, brings }) => ({
        ...{ id, verdict, prepare, askFirst },
        brings: brings.map((brought) =>
          'action' in brought
            ? { action: brought.action, verdict: brought.verdict, text: actionWords(brought.action, naming) }
            : { step: brought.step, text: wordsOf(naming.pack.steps.get(brought.step)?.text, naming) },
        ),
      })),
      steps: asIf.steps.map(({ id, prepare, askFirst }) => ({
        id,
        text: wordsOf(naming.pack.steps.get(id)?.text, naming),
        prepare,
        askFirst,
      })),
    },
  };
}
