import type { ActionId, RoleId } from '../../model/ids.ts';
import {
  type Conduct,
  type Constraint,
  type DeclaredDilemma,
  type Note,
  type OverlayChange,
  type Property,
  SOURCE_KINDS,
  type Source,
  type Verdict,
} from '../../model/pack.ts';
import { durationInWords } from '../../text/durations.ts';
import { choiceInWords } from '../../text/lists.ts';
import { monthInWords } from '../../text/months.ts';
import { type Naming, wordsOf } from '../naming.ts';
import { conditionRows } from './conditions.ts';
import { actionLink, factLink, itemsOf, roleLink, ruleTarget, sourceRows, targetOf } from './links.ts';
import { anchorOf, fill, type Inline, type Item, type PageBlock, type Piece, part, row } from './page.ts';

export function notePiece(note: Note, naming: Naming): Piece {
  return {
    kind: 'piece',
    anchor: anchorOf('note', note.id),
    title: [wordsOf(note.text, naming)],
    id: note.id,
    rows: [...conditionRows(naming.say('docs.when'), note.when, naming), ...sourceRows(note.sources, naming)],
  };
}

export function conductPiece(conduct: Conduct, naming: Naming): Piece {
  return {
    kind: 'piece',
    anchor: anchorOf('conduct', conduct.id),
    title: [wordsOf(conduct.text, naming)],
    id: conduct.id,
    rows: sourceRows(conduct.sources, naming),
  };
}

export function dilemmaPiece(dilemma: DeclaredDilemma, naming: Naming): Piece {
  return {
    kind: 'piece',
    anchor: anchorOf('dilemma', dilemma.id),
    title: [wordsOf(dilemma.because, naming)],
    id: dilemma.id,
    rows: [
      ...row(naming.say('docs.between'), [], itemsOf(dilemma.actions.map((id) => actionLink(id, naming)))),
      ...sourceRows([dilemma.source], naming),
    ],
  };
}

export function constraintPiece(constraint: Constraint, naming: Naming): Piece {
  return {
    kind: 'piece',
    anchor: anchorOf('constraint', constraint.id),
    title: [wordsOf(constraint.because, naming)],
    id: constraint.id,
    rows: [
      ...conditionRows(naming.say('docs.never'), constraint.never, naming),
      ...sourceRows(constraint.source ? [constraint.source] : [], naming),
    ],
  };
}

type Verdicts = Readonly<Record<string, Verdict | readonly Verdict[]>>;

/** What a property says should follow; the loader has checked its form. */
interface Then {
  readonly verdict?: Verdicts;
  readonly 'not-verdict'?: Verdicts;
  readonly 'escalates-to'?: RoleId;
  readonly within?: string;
  readonly owed?: ActionId;
  readonly 'some-action'?: { readonly kind?: string; readonly phase?: string };
}

export function propertyPiece(property: Property, naming: Naming): Piece {
  const { say } = naming;
  const unmoved = property.unmovedBy;
  return {
    kind: 'piece',
    anchor: anchorOf('property', property.id),
    title: [say(unmoved === undefined ? 'docs.property' : 'docs.property-unmoved')],
    id: property.id,
    rows: [
      ...row(say('docs.unmoved-by'), unmoved && [factLink(unmoved, naming)]),
      ...conditionRows(say('docs.whenever'), property.whenever, naming),
      ...row(say('docs.then'), [], thenItems(property.then ?? {}, naming)),
    ],
  };
}

function thenItems(then: Then, naming: Naming): Item[] {
  const { say } = naming;
  const words: Inline[] = [
    ...verdictWords(say('docs.then-verdict'), then.verdict, naming),
    ...verdictWords(say('docs.then-not-verdict'), then['not-verdict'], naming),
  ];
  const role = then['escalates-to'];
  if (role !== undefined) {
    const within = then.within === undefined ? '' : durationInWords(then.within, say);
    const template = say(within === '' ? 'docs.then-told' : 'docs.then-told-within');
    words.push(fill(template, { role: [roleLink(role, naming)], within }));
  }
  if (then.owed !== undefined)
    words.push(fill(say('docs.then-owed'), { action: [actionLink(then.owed, naming)] }));
  if (then['some-action']) words.push([say('docs.then-some')]);
  return words.map((one) => ({ words: one }));
}

function verdictWords(template: string, verdicts: Verdicts | undefined, naming: Naming): Inline[] {
  return Object.entries(verdicts ?? {}).map(([action, given]) => {
    const list = typeof given === 'string' ? [given] : given;
    const verdict = choiceInWords(
      list.map((one) => naming.say(`verdict.${one}`)),
      naming.say,
    );
    return fill(template, { verdict, action: [actionLink(action as ActionId, naming)] });
  });
}

/** Sources by kind, so that law, code, policy and ethics are never mixed. */
export function sourceBlocks(naming: Naming): PageBlock[] {
  const sources = [...naming.pack.sources.values()];
  return SOURCE_KINDS.flatMap((kind) => {
    const pieces = sources.filter((one) => one.kind === kind).map((one) => sourcePiece(one, naming));
    return part(naming.say(`docs.sources.${kind}`), `kind-${kind}`, pieces);
  });
}

function sourcePiece(source: Source, naming: Naming): Piece {
  const { say } = naming;
  const month = monthInWords(source.checked.on);
  const places = [...source.places.values()].map(({ text, checked }): Item => {
    const words = wordsOf(text, naming);
    return checked === undefined || checked === source.checked.how
      ? { words: [words] }
      : {
          words: fill(say('docs.source-checked'), {
            source: words,
            checked: say(`checked.${checked}`, { month }),
          }),
        };
  });
  return {
    kind: 'piece',
    anchor: anchorOf('source', source.id),
    title: [wordsOf(source.title, naming)],
    id: source.id,
    rows: [
      ...row(say('docs.kind'), say(`kind.${source.kind}`)),
      ...row(
        say('docs.jurisdiction'),
        source.jurisdiction === 'international' ? say('docs.international') : source.jurisdiction,
      ),
      ...row(say('docs.edition'), source.edition),
      ...row(say('docs.where'), source.where),
      ...row(say('docs.checked'), say(`checked.${source.checked.how}`, { month })),
      ...row(say('docs.places'), [], places),
    ],
  };
}

/** What packs on top changed of those below, and why. */
export function changeBlocks(naming: Naming): PageBlock[] {
  const { pack, say } = naming;
  if (pack.changes.length === 0) return [{ kind: 'text', words: [say('docs.changes-none')] }];
  return pack.changes.map((change, at) => ({
    kind: 'piece',
    anchor: `change-${at + 1}`,
    title: fill(say(`docs.${change.how}`), { pack: change.pack, piece: changedPiece(change, naming) }),
    id: change.id,
    rows: row(say('docs.because'), wordsOf(change.reason, naming)),
  }));
}

function changedPiece({ section, id, how }: OverlayChange, { pack }: Naming): Inline {
  if (how === 'switched-off') return [id];
  const rule = [...pack.rules.values()].find(({ name }) => name === id);
  const isRule = section === 'rules' || section === 'safeguards';
  const to = isRule ? rule && ruleTarget(rule, anchorOf('rule', id)) : targetOf(section, id);
  return to ? [{ kind: 'link', text: id, to }] : [id];
}
