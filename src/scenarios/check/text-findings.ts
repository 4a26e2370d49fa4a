import type { Node } from '../../document/node.ts';
import type { Pack } from '../../model/pack.ts';
import { problemAt } from '../../pack/problem-at.ts';
import { wordOf } from '../../pack/read/node.ts';
import type { ProblemPlace } from '../../problems/problem.ts';
import { languagesOf, type ScenarioText, spokenIn, textsOf } from '../map/texts.ts';
import type { ScenarioFinding } from './finding.ts';
import { likenessesIn } from './people.ts';

/** Three digits and more: too long for an age, and what an emergency number looks like. */
const NUMBER = /(?<![\d.,])\d{3,}(?![\d.,]\d)/;

/**
 * What is wrong with the words of a scenario: a language that is missing, and what looks like a real person or like a
 * number to call.
 *
 * E518, E520 to E525.
 */
export function textFindings(root: Node, pack: Pack, shared: boolean): ScenarioFinding[] {
  const languages = languagesOf(root, pack.languages);
  const [authors = ''] = languages;
  return textsOf(root).flatMap((text) => {
    const spoken = spokenIn(text.node, authors);
    return [
      // What stands without languages is read in all of them.
      ...(text.node.kind === 'map' ? languages : [])
        .filter((lang) => !spoken.has(lang))
        .map((lang): ScenarioFinding => {
          const problem = problemAt('E518', text.node.place, { saw: text.key, values: { lang } });
          return { weight: shared ? 'fault' : 'warning', problem };
        }),
      ...[...spoken.values()].flatMap((node) => likenesses(text, node)),
    ];
  });
}

function likenesses({ role }: ScenarioText, node: Node): ScenarioFinding[] {
  const words = wordOf(node);
  const found = likenessesIn(words);
  // Before the first stage nobody needs a number of the story: what stands there is meant to be called.
  const number = role === 'prebrief' && found.length === 0 ? NUMBER.exec(words) : null;
  if (number) found.push({ code: 'E525', saw: number[0], from: number.index });
  return found.map(({ code, saw }) => ({
    weight: 'fault',
    problem: problemAt(code, within(node.place, saw), saw),
  }));
}

/** The place of some words within a text, where they stand on its first line; else that of the text. */
function within(place: ProblemPlace, words: string): ProblemPlace {
  const at = place.excerpt?.indexOf(words, place.column - 1) ?? -1;
  return at < 0 ? place : { ...place, column: at + 1, length: words.length };
}
