import type { ActionId, ContactId, FactId, PrincipleId, RoleId, StepId, TopicId } from '../../model/ids.ts';
import type { Citation, Rule } from '../../model/pack.ts';
import { monthInWords } from '../../text/months.ts';
import { actionWords, type Naming, sourceOf, wordsOf } from '../naming.ts';
import { anchorOf, fill, type Inline, type Item, type Part, type Row, row, type Target } from './page.ts';

/** Sections of a pack, as its files name them, and where their pieces stand. */
const PLACES: Readonly<Record<string, { readonly page: string; readonly prefix: string }>> = {
  topics: { page: 'questions', prefix: 'topic' },
  facts: { page: 'questions', prefix: 'fact' },
  screens: { page: 'questions', prefix: 'screen' },
  concepts: { page: 'questions', prefix: 'concept' },
  groups: { page: 'actions', prefix: 'group' },
  actions: { page: 'actions', prefix: 'action' },
  priorities: { page: 'priorities', prefix: 'priority' },
  roles: { page: 'escalation', prefix: 'role' },
  steps: { page: 'escalation', prefix: 'step' },
  contacts: { page: 'contacts', prefix: 'contact' },
  constraints: { page: 'constraints', prefix: 'constraint' },
  properties: { page: 'constraints', prefix: 'property' },
  dilemmas: { page: 'dilemmas', prefix: 'dilemma' },
  notes: { page: 'notes', prefix: 'note' },
  conduct: { page: 'conduct', prefix: 'conduct' },
  sources: { page: 'sources', prefix: 'source' },
};

/** Where a piece stands that is no rule and no principle. */
export function targetOf(section: string, id: string): Target | undefined {
  const place = PLACES[section];
  return place && { page: place.page, anchor: anchorOf(place.prefix, id) };
}

export function principlePage(id: PrincipleId): string {
  return `principle-${id}`;
}

/** Where a rule stands: with its principle, or among the safeguards. */
export function ruleTarget(rule: Rule, anchor = anchorOf('rule', rule.id)): Target {
  return { page: rule.safeguard ? 'safeguards' : principlePage(rule.principle), anchor };
}

function link(section: string, id: string, text: string): Part {
  const to = targetOf(section, id);
  return to ? { kind: 'link', text, to } : text;
}

export function actionLink(id: ActionId, naming: Naming): Part {
  return link('actions', id, actionWords(id, naming));
}

export function topicLink(id: TopicId, naming: Naming): Part {
  return link('topics', id, wordsOf(naming.pack.topics.get(id)?.text, naming) || id);
}

export function factLink(id: FactId, naming: Naming): Part {
  return link('facts', id, wordsOf(naming.pack.facts.get(id)?.ask, naming) || id);
}

export function stepLink(id: StepId, naming: Naming): Part {
  return link('steps', id, wordsOf(naming.pack.steps.get(id)?.text, naming) || id);
}

export function roleLink(id: RoleId, naming: Naming): Part {
  return link('roles', id, wordsOf(naming.pack.roles.get(id)?.text, naming) || id);
}

export function contactLink(id: ContactId, naming: Naming): Part {
  return link('contacts', id, wordsOf(naming.pack.contacts.get(id)?.text, naming) || id);
}

export function principleLink(id: PrincipleId, { pack, ...naming }: Naming): Part {
  const text = wordsOf(pack.principles.get(id)?.name, { pack, ...naming }) || id;
  return { kind: 'link', text, to: { page: principlePage(id) } };
}

/** One item for each. */
export function itemsOf(parts: readonly Part[]): Item[] {
  return parts.map((part) => ({ words: [part] }));
}

/** Names a citation with its kind and place, and says how and in which month its text was checked. */
export function citationWords(citation: Citation, naming: Naming): Inline {
  const { say } = naming;
  const { kind, title, place, checked } = sourceOf(citation, naming);
  const template = say(place === null ? 'source.whole' : 'source.place');
  const named = fill(template, {
    kind: kind === '' ? '' : say(`kind.${kind as 'law'}`),
    title: [link('sources', citation.source, title)],
    place: place ?? '',
  });
  return fill(say('docs.source-checked'), {
    source: named,
    checked: say(`checked.${checked.how as 'text-seen'}`, { month: monthInWords(checked.on) }),
  });
}

/** One source in the row, several below it. */
export function sourceRows(citations: readonly Citation[], naming: Naming): Row[] {
  const [only, ...more] = citations.map((citation) => citationWords(citation, naming));
  const label = naming.say('docs.source');
  if (!only) return [];
  return more.length === 0
    ? row(label, only)
    : row(
        label,
        [],
        [only, ...more].map((words) => ({ words })),
      );
}
