import { get, type Node } from '../../document/node.ts';
import type { Condition } from '../../model/condition.ts';
import type { ActionId, AnswerId, FactId, ScreenId, StageId, TopicId } from '../../model/ids.ts';
import type { Answer, Fact, Screen, Topic } from '../../model/pack.ts';
import { given, problemAt } from '../problem-at.ts';
import { fieldsOf, isMap, itemsOf, need, numberOf, saysYes, wordOf } from '../read/node.ts';
import { piecesOf, type RawPiece } from '../read/sections.ts';
import { answersOf, type ConditionLinker, conditionOf } from './condition.ts';
import { type Linker, refer, referAll, stampOf } from './linker.ts';
import { citationOf, textOf, textUnder, yesNoOf } from './words.ts';

/** Links the topics. E416: a topic about safety has no screening question. */
export function linkTopic(linker: Linker, raw: RawPiece): Topic {
  const safety = saysYes(get(raw.node, 'safety'));
  const screening = textUnder(linker, raw, 'screening');
  if (safety && !screening) linker.report(problemAt('E416', raw.at, raw.id));
  return {
    ...stampOf<TopicId>(raw),
    text: textOf(linker, raw.pack, need(raw.node, 'text')),
    safety,
    ...given('help', textUnder(linker, raw, 'help')),
    ...given('screening', screening),
  };
}

/** The answers of every fact, which conditions need before any fact is linked as a whole. */
export function linkAnswers(linker: Linker): ReadonlyMap<string, readonly Answer[]> {
  const facts = [...piecesOf(linker.merged, 'facts').values()];
  return new Map(facts.map((raw) => [raw.id, answersOfFact(linker, raw)]));
}

function answersOfFact(linker: Linker, raw: RawPiece): readonly Answer[] {
  const bands = get(raw.node, 'bands');
  if (bands) return bandsOf(linker, raw, bands);
  const answers = need(raw.node, 'answers');
  if (!isMap(answers))
    return yesNoOf(linker, raw.pack, answers).map(({ id, text }) => ({ id: id as string as AnswerId, text }));
  return fieldsOf(answers).map(({ key, node }) => ({
    id: key as AnswerId,
    text: textOf(linker, raw.pack, node),
  }));
}

/** Bands in the order of their edges. E320: two end at the same number, or not exactly one has no upper end. */
function bandsOf(linker: Linker, raw: RawPiece, bands: Node): readonly Answer[] {
  const written = fieldsOf(bands).map(({ key, at, node }) => {
    const below = get(node, 'below');
    const edge = below && numberOf(below);
    return {
      id: key as AnswerId,
      at,
      below: edge ?? Number.POSITIVE_INFINITY,
      text: textOf(linker, raw.pack, need(node, 'text')),
    };
  });
  written.sort((one, other) => one.below - other.below);
  const clash = written.find(({ below }, index) => below === written[index - 1]?.below);
  if (clash) linker.report(problemAt('E320', clash.at, { saw: clash.id, values: { fact: raw.id } }));
  const last = written.at(-1);
  if (last && last.below !== Number.POSITIVE_INFINITY) {
    linker.report(problemAt('E321', last.at, { saw: last.id, values: { fact: raw.id } }));
  }
  return written.map(({ id, text, below }, index) => ({
    id,
    text,
    band: { from: lowerEnd(written, index), below },
  }));
}

/** What is counted (years, days, a sum) starts at 0, unless the pack itself names an edge at or below it. */
function lowerEnd(bands: readonly { readonly below: number }[], index: number): number {
  const before = bands[index - 1];
  if (before) return before.below;
  return (bands[0]?.below ?? 0) > 0 ? 0 : Number.NEGATIVE_INFINITY;
}

/** Links a fact whose answers are known. E322: no stage. */
export function linkFact(linker: ConditionLinker, raw: RawPiece): Fact {
  const { node, header, pack } = raw;
  const stage = get(node, 'stage') ?? header.stage;
  if (!stage) linker.report(problemAt('E322', raw.at, raw.id));
  const askedWhen = conditionUnder(linker, node, 'asked-when');
  const changeable = get(node, 'changeable');
  const changeableBy = changeable && refer<ActionId>(linker, 'actions', need(changeable, 'by'));
  return {
    ...stampOf<FactId>(raw),
    stage: (stage ? wordOf(stage) : 'problem') as StageId,
    ask: textOf(linker, pack, need(node, 'ask')),
    ...given('help', textUnder(linker, raw, 'help')),
    answers: linker.answers.get(raw.id) ?? [],
    topics: topicsOf(linker, get(node, 'topic') ?? header.topic),
    ...given('askedWhen', askedWhen),
    pressure: saysYes(get(node, 'pressure')),
    ...given('changeableBy', changeableBy),
    ...given('whileUnknown', precautionOf(linker, raw)),
  };
}

/** Links questions that are asked together. One that a pack above has switched off is not among them any more. */
export function linkScreen(linker: Linker, raw: RawPiece): Screen {
  const off = linker.merged.changes.filter(
    ({ section, how }) => section === 'facts' && how === 'switched-off',
  );
  const there = itemsOf(need(raw.node, 'facts')).filter((item) => off.every(({ id }) => id !== wordOf(item)));
  return {
    ...stampOf<ScreenId>(raw),
    ask: textOf(linker, raw.pack, need(raw.node, 'ask')),
    facts: there.flatMap((item) => refer<FactId>(linker, 'facts', item) ?? []),
  };
}

function topicsOf(linker: Linker, node: Node | undefined): TopicId[] {
  if (!node || itemsOf(node).every((item) => wordOf(item) === 'none')) return [];
  return referAll<TopicId>(linker, 'topics', node);
}

function precautionOf(linker: ConditionLinker, raw: RawPiece): Fact['whileUnknown'] {
  const precaution = get(raw.node, 'while-unknown');
  if (!precaution) return undefined;
  const node = need(precaution, 'act-as-if');
  const chosen = answersOf(linker, raw.id, { node, answers: linker.answers.get(raw.id) ?? [] });
  const because = textOf(linker, raw.pack, need(precaution, 'because'));
  const source = citationOf(linker, need(precaution, 'source'));
  const [actAsIf] = chosen ?? [];
  return actAsIf && source && { actAsIf, because, source };
}

/** The condition under a key, or `undefined` where the key is left out. */
export function conditionUnder(linker: ConditionLinker, node: Node, key: string): Condition | undefined {
  const found = get(node, key);
  return found && conditionOf(linker, found);
}
