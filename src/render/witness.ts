import type { Dilemma } from '../model/case-file.ts';
import type { Pack } from '../model/pack.ts';
import type { Lang } from '../model/text.ts';
import type { Say } from '../text/say.ts';
import { caseText } from './case-text.ts';
import { type Block, entry, text } from './doc.ts';

/** The dilemma in the words of the questions, then as a case file to weigh. */
export function witnessBlocks(
  witness: Dilemma,
  pack: Pack,
  { say, lang }: { say: Say; lang: Lang },
): Block[] {
  const topics = [...(witness.topics ?? [])].map((id) => pack.topics.get(id)?.text[lang] ?? id);
  const answers = [...witness.facts].map(([id, given]) => {
    const fact = pack.facts.get(id);
    const answer =
      given.kind === 'answer' ? fact?.answers.find((one) => one.id === given.answer)?.text[lang] : given.kind;
    return entry('', say('check.answer', { ask: fact?.ask[lang] ?? id, answer: answer ?? '' }));
  });
  return [
    text(say('check.witness')),
    ...topics.map((topic) => entry('', topic)),
    ...answers,
    text(say('check.case')),
    ...onOneLine(caseText(witness, pack.id)).map((line) => text(line)),
  ];
}

/** The lines of a case file that stay one when they are wrapped or set in: what stands under a key is put behind it. */
function onOneLine(written: string): string[] {
  return written
    .trimEnd()
    .replaceAll(/:\n((?: {2}.*(?:\n|$))+)/g, (_, under: string) => {
      const pairs = under
        .trimEnd()
        .split('\n')
        .map((line) => line.trim());
      return `: { ${pairs.join(', ')} }\n`;
    })
    .trimEnd()
    .split('\n');
}
