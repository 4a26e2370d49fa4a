import { get, plain } from '../../document/node.ts';
import type {
  ActionId,
  ConceptId,
  ConductId,
  DilemmaId,
  FactId,
  NoteId,
  PackId,
  PrincipleId,
  RoleId,
  SourceId,
} from '../../model/ids.ts';
import type {
  CheckedHow,
  Concept,
  Conduct,
  Constraint,
  DeclaredDilemma,
  Note,
  Principle,
  Property,
  Source,
  SourceKind,
} from '../../model/pack.ts';
import { given, problemAt } from '../problem-at.ts';
import { fieldsOf, isMap, need, without, wordOf } from '../read/node.ts';
import type { RawPiece } from '../read/sections.ts';
import { BESIDE_CONDITION, type ConditionLinker, conditionOf, together } from './condition.ts';
import { conditionUnder } from './facts.ts';
import { type Linker, refer, referAll, referWord, stampOf } from './linker.ts';
import { citationOf, citationsOf, textOf, textUnder } from './words.ts';

/** Links a source with its places. */
export function linkSource(linker: Linker, raw: RawPiece): Source {
  const { node, pack } = raw;
  const checked = need(node, 'checked');
  const edition = get(node, 'edition');
  const where = get(node, 'where');
  const places = get(node, 'places');
  return {
    ...stampOf<SourceId>(raw),
    kind: wordOf(need(node, 'kind')) as SourceKind,
    title: textOf(linker, pack, need(node, 'title')),
    jurisdiction: wordOf(need(node, 'jurisdiction')),
    ...given('edition', edition && wordOf(edition)),
    checked: { how: wordOf(need(checked, 'how')) as CheckedHow, on: wordOf(need(checked, 'on')) },
    ...given('where', where && wordOf(where)),
    places: new Map(
      (places ? fieldsOf(places) : []).map(({ key, node: place }) => {
        const how = get(place, 'checked');
        return [
          key,
          {
            text: textOf(linker, pack, need(place, 'text')),
            ...given('checked', how && (wordOf(how) as CheckedHow)),
          },
        ];
      }),
    ),
  };
}

/** Links a concept: its condition stands alone, or under `when` beside a text. */
export function linkConcept(linker: ConditionLinker, raw: RawPiece): Concept | undefined {
  const { node } = raw;
  const beside = isMap(node) ? without(node, BESIDE_CONDITION) : node;
  const parts = [get(node, 'when'), isMap(beside) && fieldsOf(beside).length === 0 ? undefined : beside];
  const when = together(
    'all',
    parts.filter((part) => part !== undefined).map((part) => conditionOf(linker, part)),
  );
  return when && { ...stampOf<ConceptId>(raw), ...given('text', textUnder(linker, raw, 'text')), when };
}

/** Links what a principle says of itself. E328: it has a name or a statement, and not both. */
export function linkPrinciple(linker: Linker, raw: RawPiece): Principle | undefined {
  const { node } = raw;
  const name = textUnder(linker, raw, 'name');
  const statement = textUnder(linker, raw, 'statement');
  if (!name || !statement) {
    linker.report(problemAt('E328', raw.at, raw.id));
    return undefined;
  }
  return {
    ...stampOf<PrincipleId>(raw),
    name,
    statement,
    sources: citationsOf(linker, get(node, 'sources')),
  };
}

/** Links answers that cannot hold together. */
export function linkConstraint(linker: ConditionLinker, raw: RawPiece): Constraint | undefined {
  const never = conditionOf(linker, need(raw.node, 'never'));
  const source = get(raw.node, 'source');
  return (
    never && {
      ...stampOf<string>(raw),
      never,
      because: textOf(linker, raw.pack, need(raw.node, 'because')),
      ...given('source', source && citationOf(linker, source)),
    }
  );
}

/** Links a remark. */
export function linkNote(linker: ConditionLinker, raw: RawPiece): Note {
  return {
    ...stampOf<NoteId>(raw),
    text: textOf(linker, raw.pack, need(raw.node, 'text')),
    ...given('when', conditionUnder(linker, raw.node, 'when')),
    sources: citationsOf(linker, get(raw.node, 'sources')),
  };
}

/** Links a standing duty. */
export function linkConduct(linker: Linker, raw: RawPiece): Conduct {
  return {
    ...stampOf<ConductId>(raw),
    text: textOf(linker, raw.pack, need(raw.node, 'text')),
    sources: citationsOf(linker, get(raw.node, 'sources')),
  };
}

/** Links a dilemma that the author knows of. */
export function linkDilemma(linker: Linker, raw: RawPiece): DeclaredDilemma | undefined {
  const source = citationOf(linker, need(raw.node, 'source'));
  return (
    source && {
      ...stampOf<DilemmaId>(raw),
      actions: referAll<ActionId>(linker, 'actions', need(raw.node, 'between')),
      because: textOf(linker, raw.pack, need(raw.node, 'because')),
      source,
    }
  );
}

/** Links a sentence to be proved; what `then` names is looked up, its form stays as written. */
export function linkProperty(linker: ConditionLinker, raw: RawPiece): Property {
  const { node } = raw;
  const then = get(node, 'then');
  const wheneverVerdict = get(node, 'whenever-verdict');
  const verdicts = [wheneverVerdict, ...(then ? [get(then, 'verdict'), get(then, 'not-verdict')] : [])];
  for (const { key, at } of verdicts.flatMap((one) => (one ? fieldsOf(one) : [])))
    referWord<ActionId>(linker, 'actions', { word: key, at });
  if (then) {
    const role = get(then, 'escalates-to');
    if (role) refer<RoleId>(linker, 'roles', role);
    const owed = get(then, 'owed');
    if (owed) refer<ActionId>(linker, 'actions', owed);
  }
  const unmovedBy = get(node, 'unmoved-by');
  const noDutyMovedBy = get(node, 'no-duty-moved-by');
  const nowhereWeakerThan = get(node, 'nowhere-weaker-than');
  const on = get(node, 'on');
  return {
    ...stampOf<string>(raw),
    ...given('whenever', conditionUnder(linker, node, 'whenever')),
    ...given('then', then && plain(then)),
    ...given('wheneverVerdict', wheneverVerdict && (plain(wheneverVerdict) as Property['wheneverVerdict'])),
    ...given('unmovedBy', unmovedBy && refer<FactId>(linker, 'facts', unmovedBy)),
    ...given('noDutyMovedBy', noDutyMovedBy && refer<FactId>(linker, 'facts', noDutyMovedBy)),
    ...given('nowhereWeakerThan', nowhereWeakerThan && (wordOf(nowhereWeakerThan) as PackId)),
    ...given('on', on && referAll<ActionId>(linker, 'actions', on)),
  };
}
