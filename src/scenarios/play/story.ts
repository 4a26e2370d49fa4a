import { get, type Node } from '../../document/node.ts';
import type { Text } from '../../model/text.ts';
import { given } from '../../pack/problem-at.ts';
import { fieldsOf, isMap, itemsUnder, numberOf, wordOf } from '../../pack/read/node.ts';

export interface Option {
  readonly id: string;
  readonly label: Text;
  /** The stage or the end to which it leads. */
  readonly then: string;
  /** What happens next in the story; told at once, and no judgement. */
  readonly consequence?: Text;
  /** What a trainer would say of it; told when feedback is given. */
  readonly coaching?: Text;
}

export interface Stage {
  readonly id: string;
  readonly reveal: Text;
  /** Asks again about an earlier choice; `panel` counts the answers of real reviewers, by `-2` to `2`. */
  readonly shift?: { readonly about: Text; readonly panel: ReadonlyMap<string, number> };
  readonly ask: Text;
  readonly options: readonly Option[];
  readonly asksConfidence: boolean;
  /** Whether a reason is asked for, and how many words it should have. */
  readonly reason?: { readonly minWords: number };
  readonly feedback: 'after' | 'debrief';
}

export type DebriefModel = 'pearls' | 'gas' | 'plus-delta';

/** One line of what a trainer looks at; its levels go from least to most. */
export interface RubricLine {
  readonly id: string;
  readonly ask?: Text;
  readonly levels: readonly string[];
  readonly by: string;
}

/** A staged scenario as people read it: its words, and where each choice leads. */
export interface Story {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly level?: string;
  readonly minutes?: number;
  readonly principles: readonly string[];
  /** What it speaks of that may weigh on a reader: `self-harm` ... */
  readonly contentNotes: readonly string[];
  readonly prebrief?: Text;
  readonly start: string;
  /** In the author's order. */
  readonly stages: ReadonlyMap<string, Stage>;
  readonly ends: ReadonlyMap<string, Text>;
  readonly rubric: readonly RubricLine[];
  readonly debrief: {
    readonly model?: DebriefModel;
    readonly questions: ReadonlyMap<string, readonly Text[]>;
  };
}

/** Reads the words of a staged scenario whose shape is checked; `undefined` for a flat one. */
export function storyOf(root: Node): Story | undefined {
  const stages = new Map(itemsUnder(root, 'stages').map((stage) => [word(stage, 'id'), stageOf(stage)]));
  const [first] = stages.keys();
  if (first === undefined) return undefined;
  const about = get(root, 'about');
  const care = get(root, 'care');
  const debrief = get(root, 'debrief');
  const scoring = get(root, 'scoring');
  const questions = debrief && get(debrief, 'questions');
  const minutes = about && get(about, 'minutes');
  return {
    id: word(root, 'id'),
    version: word(root, 'version'),
    title: text(root, 'title') ?? {},
    ...given('level', about && wordAt(about, 'level')),
    ...given('minutes', minutes && numberOf(minutes)),
    principles: about ? itemsUnder(about, 'principles').map(wordOf) : [],
    contentNotes: care ? itemsUnder(care, 'notes').map(wordOf) : [],
    ...given('prebrief', care && text(care, 'prebrief')),
    start: wordAt(root, 'start') ?? first,
    stages,
    ends: new Map(itemsUnder(root, 'ends').map((end) => [word(end, 'id'), text(end, 'text') ?? {}])),
    rubric: scoring ? itemsUnder(scoring, 'rubric').map(rubricLine) : [],
    debrief: {
      ...given('model', debrief && (wordAt(debrief, 'model') as DebriefModel | undefined)),
      questions: new Map(
        (questions ? fieldsOf(questions) : []).map(({ key, node }) => [
          key,
          node.kind === 'list' ? node.items.map(textOf) : [textOf(node)],
        ]),
      ),
    },
  };
}

function stageOf(stage: Node): Stage {
  const shift = get(stage, 'shift');
  const commit = get(stage, 'commit') ?? stage;
  const reason = get(commit, 'reason');
  const least = reason && get(reason, 'min_words');
  const panel = shift && get(shift, 'panel');
  return {
    id: word(stage, 'id'),
    reveal: text(stage, 'reveal') ?? {},
    ...given(
      'shift',
      shift && {
        about: text(shift, 'about') ?? {},
        panel: new Map((panel ? fieldsOf(panel) : []).map(({ key, node }) => [key, numberOf(node) ?? 0])),
      },
    ),
    ask: text(commit, 'ask') ?? {},
    options: itemsUnder(commit, 'options').map(optionOf),
    asksConfidence: wordAt(commit, 'confidence') !== 'off',
    ...given('reason', reason && { minWords: (least && numberOf(least)) ?? 0 }),
    feedback: wordAt(stage, 'feedback') === 'after' ? 'after' : 'debrief',
  };
}

function optionOf(option: Node): Option {
  return {
    id: word(option, 'id'),
    label: text(option, 'label') ?? {},
    then: word(option, 'then'),
    ...given('consequence', text(option, 'consequence')),
    ...given('coaching', text(option, 'coaching')),
  };
}

function rubricLine(line: Node): RubricLine {
  return {
    id: word(line, 'id'),
    ...given('ask', text(line, 'ask')),
    levels: itemsUnder(line, 'levels').map(wordOf),
    by: word(line, 'by'),
  };
}

function text(node: Node, key: string): Text | undefined {
  const found = get(node, key);
  return found && textOf(found);
}

/** A text without languages is read in every language. */
function textOf(node: Node): Text {
  if (!isMap(node)) return { id: wordOf(node), en: wordOf(node) };
  return Object.fromEntries(fieldsOf(node).map(({ key, node: said }) => [key, wordOf(said)]));
}

function wordAt(node: Node, key: string): string | undefined {
  const found = get(node, key);
  return found && wordOf(found);
}

function word(node: Node, key: string): string {
  return wordAt(node, key) ?? '';
}
