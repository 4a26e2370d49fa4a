import type {
  Concept,
  Conduct,
  Constraint,
  DeclaredDilemma,
  Group,
  Note,
  Principle,
  Screen,
  Topic,
} from '../../model/pack.ts';
import { inLang } from '../../model/text.ts';
import { conditionLine } from './condition-words.ts';
import { citationWords, type Entry, entries, type Speller } from './spread.ts';

export function topicEntries(topic: Topic, { lang }: Speller): Entry[] {
  return entries(
    ['text', inLang(topic.text, lang)],
    ['help', topic.help && inLang(topic.help, lang)],
    ['safety', topic.safety ? 'yes' : undefined],
    ['screening', topic.screening && inLang(topic.screening, lang)],
  );
}

export function screenEntries(screen: Screen, { lang }: Speller): Entry[] {
  return entries(['ask', inLang(screen.ask, lang)], ['facts', screen.facts.join(', ')]);
}

export function conceptEntries(concept: Concept, { lang }: Speller): Entry[] {
  return entries(['text', concept.text && inLang(concept.text, lang)], ['when', conditionLine(concept.when)]);
}

export function principleEntries(principle: Principle, { lang }: Speller): Entry[] {
  return entries(
    ['name', inLang(principle.name, lang)],
    ['statement', inLang(principle.statement, lang)],
    ['sources', principle.sources.map(citationWords).join(', ')],
  );
}

export function groupEntries(group: Group, { lang, pack }: Speller): Entry[] {
  const actions = [...pack.actions.values()].filter((action) => action.groups.includes(group.id));
  return entries(['text', inLang(group.text, lang)], ['actions', actions.map(({ id }) => id).join(', ')]);
}

export function dilemmaEntries(dilemma: DeclaredDilemma, { lang }: Speller): Entry[] {
  return entries(
    ['between', dilemma.actions.join(', ')],
    ['because', inLang(dilemma.because, lang)],
    ['source', citationWords(dilemma.source)],
  );
}

export function constraintEntries(constraint: Constraint, { lang }: Speller): Entry[] {
  return entries(
    ['never', conditionLine(constraint.never)],
    ['because', inLang(constraint.because, lang)],
    ['source', constraint.source && citationWords(constraint.source)],
  );
}

export function noteEntries(note: Note, { lang }: Speller): Entry[] {
  return entries(
    ['text', inLang(note.text, lang)],
    ['when', note.when && conditionLine(note.when)],
    ['sources', note.sources.map(citationWords).join(', ')],
  );
}

export function conductEntries(conduct: Conduct, { lang }: Speller): Entry[] {
  return entries(
    ['text', inLang(conduct.text, lang)],
    ['sources', conduct.sources.map(citationWords).join(', ')],
  );
}
