import type { Principle } from '../../model/pack.ts';
import { monthInWords } from '../../text/months.ts';
import { type Naming, wordsOf } from '../naming.ts';
import { actionBlocks } from './acts.ts';
import { contactPiece, rolePiece, stepPiece } from './escalation.ts';
import { contactLink, principlePage, sourceRows } from './links.ts';
import {
  fill,
  type Inline,
  type Item,
  type Page,
  type PageBlock,
  type Piece,
  part,
  plainWords,
  type Row,
  row,
  type Site,
} from './page.ts';
import { questionBlocks } from './questions.ts';
import { priorityPiece, rulesOf, safeguardsOf } from './rules.ts';
import {
  changeBlocks,
  conductPiece,
  constraintPiece,
  dilemmaPiece,
  notePiece,
  propertyPiece,
  sourceBlocks,
} from './small.ts';

/**
 * Lays a pack out as pages: an index, a page for each principle and for each other part, and a register of all pieces.
 * The same pack gives the same pages: nothing in them comes from a clock.
 *
 * @param toolVersion what made them; it stands at the foot of every page
 */
export function siteOf(naming: Naming, toolVersion: string): Site {
  const { pack, lang, say } = naming;
  const parts = [...[...pack.principles.values()].map((one) => principleOf(one, naming)), ...partsOf(naming)];
  const register = registerOf(parts, naming);
  return {
    lang,
    title: wordsOf(pack.title, naming),
    pages: [indexOf([...parts, register], naming), ...parts, register],
    words: {
      skip: say('docs.skip'),
      contents: say('docs.contents'),
      onThisPage: say('docs.on-this-page'),
    },
    footer: [
      say('docs.footer-pack', { id: pack.id, version: pack.version, licence: pack.licence }),
      say('docs.footer-digest', { digest: pack.digest }),
      say('docs.footer-tool', { version: toolVersion }),
    ],
  };
}

function principleOf(principle: Principle, naming: Naming): Page {
  const { say } = naming;
  const statement = wordsOf(principle.statement, naming);
  const rules = rulesOf(principle.id, naming);
  return {
    name: principlePage(principle.id),
    title: wordsOf(principle.name, naming),
    about: statement,
    blocks: [
      { kind: 'text', words: [statement] },
      { kind: 'rows', rows: sourceRows(principle.sources, naming) },
      ...(rules.length > 0 ? rules : [{ kind: 'text' as const, words: [say('docs.no-rules')] }]),
    ],
  };
}

type PartName =
  | 'priorities'
  | 'safeguards'
  | 'escalation'
  | 'contacts'
  | 'actions'
  | 'questions'
  | 'dilemmas'
  | 'constraints'
  | 'notes'
  | 'conduct'
  | 'sources'
  | 'changes';

function partsOf(naming: Naming): Page[] {
  const { pack, say } = naming;
  const each = <T>(all: ReadonlyMap<string, T>, piece: (one: T, naming: Naming) => Piece): Piece[] =>
    [...all.values()].map((one) => piece(one, naming));
  const page = (name: PartName, blocks: readonly PageBlock[]): Page => ({
    name,
    title: say(`docs.title.${name}`),
    about: say(`docs.about.${name}`),
    blocks: [{ kind: 'text', words: [say(`docs.about.${name}`)] }, ...blocks],
  });
  const steps = each(pack.steps, stepPiece);
  const pages = [
    page('priorities', each(pack.priorities, priorityPiece)),
    page('safeguards', safeguardsOf(naming)),
    page('escalation', [
      ...part(say('docs.steps-part'), 'steps', steps),
      ...part(say('docs.roles-part'), 'roles', each(pack.roles, rolePiece)),
    ]),
    page('contacts', each(pack.contacts, contactPiece)),
    page('actions', actionBlocks(naming)),
    page('questions', questionBlocks(naming)),
    page('dilemmas', each(pack.dilemmas, dilemmaPiece)),
    page('constraints', [
      ...part(say('docs.constraints-part'), 'constraints', each(pack.constraints, constraintPiece)),
      ...part(say('docs.properties-part'), 'properties', each(pack.properties, propertyPiece)),
    ]),
    page('notes', each(pack.notes, notePiece)),
    page('conduct', each(pack.conduct, conductPiece)),
    page('sources', sourceBlocks(naming)),
  ].filter(({ blocks }) => blocks.length > 1);
  // A pack that lies over another one says so also where it changed nothing.
  return pack.chain.length > 1 ? [...pages, page('changes', changeBlocks(naming))] : pages;
}

function indexOf(pages: readonly Page[], naming: Naming): Page {
  const { pack, say } = naming;
  const contents = pages.map(
    (page): Item => ({
      words: fill(say('docs.contents-line'), {
        page: [{ kind: 'link', text: page.title, to: { page: page.name } }],
        about: page.about,
      }),
    }),
  );
  const panel = pack.panel.contacts.flatMap((id): Item[] => {
    const contact = pack.contacts.get(id);
    if (!contact) return [];
    const key = contact.reach === undefined ? 'contact.local' : 'contact.seen';
    const values = { reach: contact.reach ?? '', seen: monthInWords(contact.checked) };
    return [{ words: fill(say(key), { contact: [contactLink(id, naming)], ...values }) }];
  });
  const danger: PageBlock[] = panel.length > 0 ? [{ kind: 'list', items: panel }] : [];
  return {
    name: 'index',
    title: wordsOf(pack.title, naming),
    about: '',
    blocks: [
      { kind: 'text', words: [say('docs.intro')] },
      { kind: 'rows', rows: aboutRows(naming) },
      ...part(say('docs.panel'), 'panel', danger),
      ...part(say('docs.contents'), 'contents', [{ kind: 'list', items: contents }]),
      ...part(say('docs.reading'), 'reading', [
        { kind: 'text', words: [say('docs.reading-verdicts')] },
        { kind: 'text', words: [say('docs.reading-sources')] },
        { kind: 'text', words: [say('docs.reading-decision')] },
      ]),
    ],
  };
}

function aboutRows({ pack, say, ...naming }: Naming): Row[] {
  const below = pack.chain.slice(1).map(({ id, version }) => `${id} ${version}`);
  return [
    ...row(say('docs.version'), `${pack.id} ${pack.version}`),
    ...row(say('docs.place'), wordsOf(pack.placeName, { pack, ...naming })),
    ...row(say('docs.chain'), below.join(', ')),
    ...row(say('docs.reviewed'), pack.reviewed === 'not-yet' ? say('docs.not-reviewed') : pack.reviewed),
    ...row(say('docs.licence'), pack.licence),
  ];
}

/** Every piece on one line, by the page on which it stands. */
function registerOf(pages: readonly Page[], naming: Naming): Page {
  const { say } = naming;
  const blocks = pages.flatMap((page) => {
    const pieces = page.blocks.filter((block) => block.kind === 'piece');
    const items = pieces.map((piece): Item => registerItem(piece, page, naming));
    return part(page.title, `list-${page.name}`, items.length > 0 ? [{ kind: 'list', items }] : []);
  });
  return {
    name: 'register',
    title: say('docs.title.register'),
    about: say('docs.about.register'),
    blocks: [{ kind: 'text', words: [say('docs.register-how')] }, ...blocks],
    filter: { label: say('docs.filter'), found: say('docs.filter-found') },
  };
}

function registerItem(piece: Piece, page: Page, { say }: Naming): Item {
  const to = { page: page.name, anchor: piece.anchor };
  const title: Inline = [{ kind: 'link', text: plainWords(piece.title), to }];
  const words =
    piece.also === undefined ? title : fill(say('docs.title-because'), { title, because: piece.also });
  return {
    words: [...words, ' ', { kind: 'code', text: piece.id }],
  };
}
