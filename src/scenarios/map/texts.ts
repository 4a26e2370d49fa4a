import { get, type Node } from '../../document/node.ts';
import { fieldsOf, isMap, itemsUnder, wordOf } from '../../pack/read/node.ts';
import { optionsOf } from './story-map.ts';

/** What a text of a scenario is: named in the sheet for translators. */
export const TEXT_ROLES = [
  'title',
  'prebrief',
  'reveal',
  'shift',
  'ask',
  'choice',
  'consequence',
  'coaching',
  'end',
  'rubric',
  'question',
] as const;
export type TextRole = (typeof TEXT_ROLES)[number];

/** One text of a scenario in all its languages. */
export interface ScenarioText {
  /** A name that stays when other stages come or go: `stages.told.options.keep.label`. */
  readonly key: string;
  /** The way to it in the file, from the root: keys, and places in lists from 0. */
  readonly at: readonly (string | number)[];
  readonly role: TextRole;
  readonly node: Node;
}

/** Lists what people read of a scenario, in reading order. */
export function textsOf(root: Node): ScenarioText[] {
  const found: ScenarioText[] = [];
  const add = (parent: Node | undefined, key: string, about: Omit<ScenarioText, 'node'>): void => {
    const node = parent && get(parent, key);
    if (node) found.push({ ...about, node });
  };
  add(root, 'title', { key: 'title', at: ['title'], role: 'title' });
  add(get(root, 'care'), 'prebrief', { key: 'care.prebrief', at: ['care', 'prebrief'], role: 'prebrief' });
  for (const [index, stage] of itemsUnder(root, 'stages').entries()) textsOfStage(stage, index, add);
  for (const [index, end] of itemsUnder(root, 'ends').entries())
    add(end, 'text', { key: `ends.${idOf(end)}`, at: ['ends', index, 'text'], role: 'end' });
  const scoring = get(root, 'scoring');
  for (const [index, line] of (scoring ? itemsUnder(scoring, 'rubric') : []).entries())
    add(line, 'ask', {
      key: `rubric.${idOf(line)}`,
      at: ['scoring', 'rubric', index, 'ask'],
      role: 'rubric',
    });
  return [...found, ...questionsOf(root)];
}

type Add = (parent: Node | undefined, key: string, about: Omit<ScenarioText, 'node'>) => void;

function textsOfStage(stage: Node, index: number, add: Add): void {
  const [name, at] = [`stages.${idOf(stage)}`, ['stages', index]];
  add(stage, 'reveal', { key: `${name}.reveal`, at: [...at, 'reveal'], role: 'reveal' });
  add(get(stage, 'shift'), 'about', { key: `${name}.shift`, at: [...at, 'shift', 'about'], role: 'shift' });
  add(get(stage, 'commit'), 'ask', { key: `${name}.ask`, at: [...at, 'commit', 'ask'], role: 'ask' });
  for (const [place, option] of optionsOf(stage).entries()) {
    const own = `${name}.options.${idOf(option)}`;
    const path = [...at, 'commit', 'options', place];
    add(option, 'label', { key: `${own}.label`, at: [...path, 'label'], role: 'choice' });
    for (const role of ['consequence', 'coaching'] as const)
      add(option, role, { key: `${own}.${role}`, at: [...path, role], role });
  }
}

function questionsOf(root: Node): ScenarioText[] {
  const debrief = get(root, 'debrief');
  const questions = debrief && get(debrief, 'questions');
  return (questions ? fieldsOf(questions) : []).flatMap(({ key }) =>
    (questions ? itemsUnder(questions, key) : []).map((node, index) => ({
      key: `debrief.${key}.${index + 1}`,
      at: ['debrief', 'questions', key, index],
      role: 'question' as const,
      node,
    })),
  );
}

/** The languages in which a text is written: language to its node. One without languages has its author's alone. */
export function spokenIn(node: Node, authors: string): ReadonlyMap<string, Node> {
  if (!isMap(node)) return new Map([[authors, node]]);
  return new Map(fieldsOf(node).map(({ key, node: said }) => [key, said]));
}

/** The languages of a scenario, the author's first: `locales`, or those of its pack. */
export function languagesOf(root: Node, languages: readonly string[]): readonly string[] {
  const own = itemsUnder(root, 'locales').map(wordOf);
  return own.length > 0 ? own : languages;
}

function idOf(node: Node): string {
  const id = get(node, 'id');
  return id ? wordOf(id) : '';
}
