import type {
  Action,
  Citation,
  Contact,
  Fact,
  Pack,
  Priority,
  PriorityEnd,
  Role,
  Rule,
  Source,
  Step,
  Trigger,
} from '../../model/pack.ts';
import { inLang, type Lang } from '../../model/text.ts';
import { conditionLine, oneOrList } from './condition-words.ts';

/** A line of a piece: its key, then words or lines below it. */
export interface Entry {
  readonly key: string;
  readonly value: string | readonly Entry[];
}

/** Takes what a piece holds into lines, in one language, in the keys of the pack format. */
export interface Speller {
  readonly pack: Pack;
  readonly lang: Lang;
}

/** What the author wrote short, spelt out: the action, the condition, where the file's header had added something. */
export function ruleEntries(rule: Rule, { lang }: Speller): Entry[] {
  return entries(
    ['principle', rule.principle],
    [rule.modality, rule.action],
    ['group', rule.group],
    ['when', rule.when && conditionLine(rule.when)],
    ['unless', rule.unless && conditionLine(rule.unless)],
    ['absolute', rule.absolute ? 'yes' : undefined],
    ['because', inLang(rule.because, lang)],
    ['source', citationWords(rule.source)],
    ['tags', rule.tags.length > 0 ? oneOrList(rule.tags) : undefined],
  );
}

export function factEntries(fact: Fact, { lang }: Speller): Entry[] {
  const unknown = fact.whileUnknown;
  return entries(
    ['stage', fact.stage],
    ['topic', fact.topics.length > 0 ? oneOrList(fact.topics) : 'none'],
    ['ask', inLang(fact.ask, lang)],
    ['help', fact.help && inLang(fact.help, lang)],
    ['answers', fact.answers.map((answer) => ({ key: answer.id, value: inLang(answer.text, lang) }))],
    ['asked-when', fact.askedWhen && conditionLine(fact.askedWhen)],
    ['pressure', fact.pressure ? 'yes' : undefined],
    ['changeable', fact.changeableBy && `by: ${fact.changeableBy}`],
    [
      'while-unknown',
      unknown &&
        entries(
          ['act-as-if', unknown.actAsIf],
          ['because', inLang(unknown.because, lang)],
          ['source', citationWords(unknown.source)],
        ),
    ],
  );
}

export function actionEntries(action: Action, { lang, pack }: Speller): Entry[] {
  const rules = [...pack.rules.values()].filter((rule) => rule.action === action.id);
  return entries(
    ['text', inLang(action.text, lang)],
    ['help', action.help && inLang(action.help, lang)],
    ['kind', action.kind],
    ['phase', action.phase],
    ['discloses', action.discloses],
    ['coerces', action.coerces ? 'yes' : undefined],
    ['groups', listOf(action.groups)],
    ['after', listOf(action.after)],
    ['about', listOf(action.about)],
    ['excludes', listOf(action.excludes)],
    ['entails', listOf(action.entails)],
    ['rules', rules.map((rule) => ({ key: rule.id, value: `${rule.modality} (${rule.principle})` }))],
  );
}

export function priorityEntries(priority: Priority, { lang }: Speller): Entry[] {
  return entries(
    ['prefer', endWords(priority.prefer)],
    ['over', endWords(priority.over)],
    ['when', priority.when && conditionLine(priority.when)],
    ['because', inLang(priority.because, lang)],
    ['source', citationWords(priority.source)],
  );
}

export function stepEntries(step: Step, { lang }: Speller): Entry[] {
  return entries(
    ['text', inLang(step.text, lang)],
    ['to', step.to],
    ...step.triggers.map(triggerEntry),
    ['phase', step.phase],
    ['within', step.within],
    ['from', step.from],
    ['tell', inLang(step.tell, lang)],
    ['withhold', step.withhold && inLang(step.withhold, lang)],
    ['discloses', step.discloses],
    ['coerces', step.coerces ? 'yes' : undefined],
    ['needs', step.needs],
    ['contacts', listOf(step.contacts)],
    ['fallback', listOf(step.fallback)],
    ['because', inLang(step.because, lang)],
    ['source', citationWords(step.source)],
  );
}

export function roleEntries(role: Role, { lang }: Speller): Entry[] {
  return entries(
    ['text', inLang(role.text, lang)],
    ['reachable-when', role.reachableWhen && conditionLine(role.reachableWhen)],
    ['contacts', listOf(role.contacts)],
  );
}

export function contactEntries(contact: Contact, { lang }: Speller): Entry[] {
  return entries(
    ['text', inLang(contact.text, lang)],
    ['reach', contact.reach],
    ['note', contact.note && inLang(contact.note, lang)],
    ['checked', contact.checked],
    ['check-again', contact.checkAgain],
    ['source', contact.source],
  );
}

export function sourceEntries(source: Source, { lang }: Speller): Entry[] {
  return entries(
    ['kind', source.kind],
    ['title', inLang(source.title, lang)],
    ['jurisdiction', source.jurisdiction],
    ['edition', source.edition],
    ['where', source.where],
    ['checked', `${source.checked.how}, ${source.checked.on}`],
    ['places', [...source.places].map(([place, { text }]) => ({ key: place, value: inLang(text, lang) }))],
  );
}

/** Makes lines of pairs; what has no value is left out. */
export function entries(...pairs: readonly (readonly [string, Entry['value'] | undefined])[]): Entry[] {
  return pairs.flatMap(([key, value]) => (value === undefined || value.length === 0 ? [] : [{ key, value }]));
}

export function citationWords({ source, place }: Citation): string {
  return place === undefined ? source : `${source}#${place}`;
}

/** What stands at one end of a priority, as the author names it. */
export function endWords(end: PriorityEnd): string {
  switch (end.kind) {
    case 'rule':
      return end.name;
    case 'tag':
      return `tag: ${end.tag}`;
    case 'principle':
      return `principle: ${end.principle}`;
  }
}

function triggerEntry(trigger: Trigger): readonly [string, string] {
  switch (trigger.kind) {
    case 'when':
      return ['when', conditionLine(trigger.when)];
    case 'on':
      return ['on', `${trigger.action}: ${oneOrList(trigger.verdicts)}`];
    case 'dilemma':
      return ['dilemma', trigger.dilemma];
    case 'parting':
      return ['parting', 'any'];
  }
}

function listOf(ids: readonly string[]): string | undefined {
  return ids.length === 0 ? undefined : `[${ids.join(', ')}]`;
}
