import { get, type Node } from '../../document/node.ts';
import type { CaseFile } from '../../model/case-file.ts';
import type { ActionId, PackId, TopicId } from '../../model/ids.ts';
import type { Pack } from '../../model/pack.ts';
import type { Problem } from '../../problems/problem.ts';
import { given, problemAt } from '../problem-at.ts';
import { fieldsOf, isMap, itemsUnder, saysYes, wordOf } from '../read/node.ts';
import { givenFacts } from './facts-given.ts';
import { mergeStages } from './stages.ts';

type Report = (problem: Problem) => void;

/** What a case file or the head of a scenario says, with what is not understood reported and left out. */
export function caseOf(
  root: Node,
  pack: Pack,
  { path, report }: { readonly path?: string; readonly report: Report },
): CaseFile {
  const facts = givenFacts(get(root, 'facts'), pack, report);
  const decided = decidedOf(get(root, 'decided'), pack, report);
  const staged = get(root, 'stages');
  if (staged || path !== undefined) {
    for (const step of mergeStages(root, path, report)) {
      for (const [fact, answer] of givenFacts(step.facts, pack, report)) facts.set(fact, answer);
      for (const [action, what] of decidedOf(step.decided, pack, report)) decided.set(action, what);
    }
  }
  const topics = get(root, 'topics');
  const named = get(root, 'pack');
  return {
    facts,
    ...given(
      'topics',
      topics &&
        new Set(
          itemsUnder(root, 'topics')
            .map((item) => topicOf(item, pack, report))
            .filter((topic) => topic !== undefined),
        ),
    ),
    screened: screenedOf(get(root, 'screened'), pack, report),
    considering: itemsUnder(root, 'considering')
      .map((item) => actionOf({ key: wordOf(item), at: item.place }, pack, report))
      .filter((action) => action !== undefined),
    decided,
    ...given('pack', named && (wordOf(named) as PackId)),
    ...given('title', plainText(get(root, 'title'))),
    ...given('notes', plainText(get(root, 'notes'))),
  };
}

/** The title of a scenario is in several languages and belongs to the scenario; a case file has one word of its own. */
function plainText(node: Node | undefined): string | undefined {
  return node && !isMap(node) ? wordOf(node) : undefined;
}

interface Named {
  readonly key: string;
  readonly at: Node['place'];
}

/** E506: the pack has no such action. */
function actionOf({ key, at }: Named, pack: Pack, report: Report): ActionId | undefined {
  const action = pack.actions.get(key as ActionId);
  if (!action)
    report(
      problemAt('E506', at, { saw: key, expected: [...pack.actions.keys()], values: { pack: pack.id } }),
    );
  return action?.id;
}

function decidedOf(node: Node | undefined, pack: Pack, report: Report): Map<ActionId, 'do' | 'do-not'> {
  const decided = new Map<ActionId, 'do' | 'do-not'>();
  for (const { key, at, node: what } of node ? fieldsOf(node) : []) {
    const action = actionOf({ key, at }, pack, report);
    if (action) decided.set(action, wordOf(what) === 'do' ? 'do' : 'do-not');
  }
  return decided;
}

/** E504: the pack has no such topic. */
function topicOf(node: Node, pack: Pack, report: Report): TopicId | undefined {
  const topic = pack.topics.get(wordOf(node) as TopicId);
  if (!topic) {
    report(
      problemAt('E504', node.place, {
        saw: wordOf(node),
        expected: [...pack.topics.keys()],
        values: { pack: pack.id },
      }),
    );
  }
  return topic?.id;
}

/** E505: only a topic about safety has a screening question. */
function screenedOf(node: Node | undefined, pack: Pack, report: Report): Map<TopicId, boolean> {
  const safety = [...pack.topics.values()].filter((topic) => topic.safety).map(({ id }) => id);
  const screened = new Map<TopicId, boolean>();
  for (const { key, at, node: answer } of node ? fieldsOf(node) : []) {
    const topic = safety.find((id) => id === key);
    if (topic) screened.set(topic, saysYes(answer));
    else report(problemAt('E505', at, { saw: key, expected: safety }));
  }
  return screened;
}
