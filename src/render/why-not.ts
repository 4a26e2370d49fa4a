import type { ActionAssessment, Assessment, QuestionId } from '../model/assessment.ts';
import type { Condition } from '../model/condition.ts';
import type { ReportMissedRule } from '../model/report.ts';
import { choiceInWords } from '../text/lists.ts';
import { actionWords, answerWords, type Naming, questionOf, sourceOf, wordsOf } from './naming.ts';

type Missing = ReportMissedRule['missing'][number];

/** What is known, as a condition asks for it; a question without an entry is open. */
interface Known {
  readonly values: ReadonlyMap<string, string>;
  readonly yielding: ReadonlySet<string>;
  readonly unmet: ReadonlySet<string>;
  readonly naming: Naming;
}

/** The rules on an action that can not apply here, each with the answers that are in its way. */
export function notApplyingTo(
  action: ActionAssessment,
  assessment: Assessment,
  naming: Naming,
): ReportMissedRule[] {
  const bearing = new Set(action.rules.map(({ id }) => id));
  const known = knownIn(assessment, naming);
  return [...naming.pack.rules.values()]
    .filter((rule) => rule.action === action.id && !bearing.has(rule.id))
    .map((rule) => {
      const lacking = rule.when ? missing(rule.when, true, known) : [];
      const excepted = lacking.length === 0 && rule.unless !== undefined;
      return {
        id: rule.id,
        verdict: rule.modality,
        principle: rule.principle,
        because: wordsOf(rule.because, naming),
        source: sourceOf(rule.source, naming),
        excepted,
        missing: excepted && rule.unless ? missing(rule.unless, false, known) : lacking,
      };
    });
}

function knownIn(assessment: Assessment, naming: Naming): Known {
  const open: readonly string[] = ['unknown', 'withheld', 'find-out'];
  const facts = assessment.facts
    .map(({ id, answer, from }): [string, string] => [id, from === 'parked' ? 'does-not-apply' : answer])
    .filter(([, answer]) => !open.includes(answer));
  const topics = assessment.topics
    .filter(({ state }) => state !== 'unknown')
    .map(({ id, state }): [string, string] => [`topic:${id}`, state === 'marked' ? 'yes' : 'no']);
  return {
    values: new Map([...facts, ...topics]),
    yielding: new Set(assessment.principles.filter(({ status }) => status === 'yields').map(({ id }) => id)),
    unmet: new Set(assessment.actions.filter((one) => one.unmet).map(({ id }) => id)),
    naming,
  };
}

/** What has to be otherwise for a condition to be `wanted`; of several ways the shortest, of equals the first. */
function missing(condition: Condition, wanted: boolean, known: Known): Missing[] {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => missing(part, wanted, known));
      if ((condition.kind === 'all') === wanted) return parts.flat();
      return [...parts].sort((first, second) => first.length - second.length)[0] ?? [];
    }
    case 'not':
      return missing(condition.of, !wanted, known);
    case 'concept': {
      const concept = known.naming.pack.concepts.get(condition.concept);
      return concept ? missing(concept.when, wanted, known) : [];
    }
    case 'fact': {
      const all = known.naming.pack.facts.get(condition.fact)?.answers.map(({ id }) => id) ?? [];
      const needs = wanted ? condition.answers : all.filter((answer) => !condition.answers.includes(answer));
      return lacks(condition.fact, needs, known);
    }
    case 'topic':
      return lacks(`topic:${condition.topic}`, [wanted ? 'yes' : 'no'], known);
    case 'yields':
      return known.yielding.has(condition.principle) === wanted
        ? []
        : [yielding(condition.principle, wanted, known)];
    case 'departs':
      return known.unmet.has(condition.action) === wanted ? [] : [departing(condition, wanted, known)];
  }
}

function lacks(question: QuestionId, needs: readonly string[], { values, naming }: Known): Missing[] {
  const has = values.get(question) ?? null;
  if (has !== null && needs.includes(has)) return [];
  const asked = questionOf(question, naming);
  const words = (answer: string): string =>
    asked.answers.find(({ id }) => id === answer)?.text ?? answerWords(question as never, answer, naming);
  const text = naming.say('why-not.answer', {
    question: asked.ask,
    needs: choiceInWords(needs.map(words), naming.say),
    has: has === null ? naming.say('answer.unknown') : words(has),
  });
  return [{ on: question, needs, has, text }];
}

function yielding(principle: string, wanted: boolean, { naming }: Known): Missing {
  const name = wordsOf([...naming.pack.principles.values()].find(({ id }) => id === principle)?.name, naming);
  const text = naming.say(wanted ? 'why-not.yields' : 'why-not.yields-not', { principle: name || principle });
  return { on: `yields:${principle}`, needs: [wanted ? 'yes' : 'no'], has: wanted ? 'no' : 'yes', text };
}

function departing(
  { action, from }: Extract<Condition, { kind: 'departs' }>,
  wanted: boolean,
  { naming }: Known,
): Missing {
  const key = from === 'must' ? 'why-not.departs-left' : 'why-not.departs-done';
  const text = naming.say(key, { action: actionWords(action, naming) });
  return { on: `departs:${action}`, needs: [wanted ? 'yes' : 'no'], has: wanted ? 'no' : 'yes', text };
}
