import type { Pack } from '../model/pack.ts';
import type { ActionDiff, PackDiff, SectionDiff, VerdictChange } from '../model/pack-diff.ts';
import type { Lang } from '../model/text.ts';
import type { Say } from '../text/say.ts';
import { caseText } from './case-text.ts';
import { type Block, type Doc, entry, section, text, title } from './doc.ts';
import { json } from './json.ts';
import { actionWords, namingOf } from './naming.ts';
import { packHead } from './pack-head.ts';
import { witnessBlocks } from './witness.ts';

/** Two packs, each with what the person called it. */
export interface Compared {
  readonly first: { readonly ref: string; readonly pack: Pack };
  readonly second: { readonly ref: string; readonly pack: Pack };
}

interface Telling extends Compared {
  readonly say: Say;
  readonly lang: Lang;
}

/** How two packs differ, in words: what each decides otherwise with the simplest dilemma, then pieces of one only. */
export function diffDoc(diff: PackDiff, telling: Telling): Doc {
  const { say } = telling;
  const counted = (outcome: ActionDiff['outcome']) => diff.actions.filter((one) => one.outcome === outcome);
  const [differs, open] = [counted('differs'), counted('not-proved')];
  return [
    title(say('compare.title', namesOf(telling))),
    text(
      say('compare.counts', {
        of: diff.actions.length,
        same: counted('same').length,
        differ: differs.length,
        open: open.length,
      }),
    ),
    ...(differs.length + open.length === 0 ? [text(say('compare.no-difference'))] : []),
    ...differs.flatMap((one) => actionBlocks(one, telling)),
    ...section(
      say('compare.not-proved'),
      open.map(({ action }) => entry('', wordsFor(action, telling))),
    ),
    ...section(
      say('compare.pieces'),
      diff.sections.flatMap((one) => sectionBlocks(one, telling)),
    ),
  ];
}

/** How the two are called: the version is told, and where both are called alike, which comes first. */
function namesOf({ first, second }: Compared): { first: string; second: string } {
  return {
    first: `${first.ref} ${first.pack.version}`,
    second: `${second.ref} ${second.pack.version}`,
  };
}

function wordsFor(action: ActionDiff['action'], { second: { pack }, lang }: Telling): string {
  return actionWords(action, namingOf(pack, lang));
}

function actionBlocks({ action, changes, more }: ActionDiff, telling: Telling): Block[] {
  const { say } = telling;
  return section(wordsFor(action, telling), [
    text(say('compare.action', { action })),
    ...changes.map((change) => changeBlock(change, telling)),
    ...(more ? [text(say('compare.more'))] : []),
  ]);
}

function changeBlock({ before, after, first, second, onlyOne }: VerdictChange, telling: Telling): Block {
  const { say, lang } = telling;
  const words = (list: VerdictChange['before']) =>
    list.map((word) => say(`verdict.${word}`)).join(say('compare.or'));
  const other = second.facts.size > first.facts.size ? telling.second : telling.first;
  const witness = other === telling.second ? second : first;
  return entry('', say('compare.change', { before: words(before), after: words(after) }), [
    ...witnessBlocks(witness, other.pack, { say, lang }),
    ...(onlyOne.length > 0 ? [text(say('compare.only-one', { answers: onlyOne.join(', ') }))] : []),
  ]);
}

function sectionBlocks(
  { section: name, onlyFirst, onlySecond, changed }: SectionDiff,
  telling: Telling,
): Block[] {
  const { say } = telling;
  const names = namesOf(telling);
  const line = (words: string, ids: readonly string[]) => (ids.length > 0 ? [entry('', words)] : []);
  const values = (ids: readonly string[]) => ({ section: name, count: ids.length, ids: ids.join(', ') });
  return [
    ...line(say('compare.only-in', { pack: names.first, ...values(onlyFirst) }), onlyFirst),
    ...line(say('compare.only-in', { pack: names.second, ...values(onlySecond) }), onlySecond),
    ...line(say('compare.changed', values(changed)), changed),
  ];
}

/** The same for programs; a witness is given as the text of a case file for each of the packs. */
export function diffJson(diff: PackDiff, telling: Telling): string {
  const { first, second, lang } = telling;
  return json({
    schema: 'timbang.pack-diff/1',
    lang,
    first: packHead(first.pack),
    second: packHead(second.pack),
    sections: diff.sections,
    actions: diff.actions.map(({ action, outcome, changes, more }) => ({
      id: action,
      text: wordsFor(action, telling),
      outcome,
      changes: changes.map((change) => ({
        before: change.before,
        after: change.after,
        onlyOne: change.onlyOne,
        firstCase: caseText(change.first, first.pack.id),
        secondCase: caseText(change.second, second.pack.id),
      })),
      more,
    })),
  });
}
