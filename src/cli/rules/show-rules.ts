import type { Pack } from '../../model/pack.ts';
import { inLang } from '../../model/text.ts';
import { InputError } from '../../problems/input-error.ts';
import { nearestOf } from '../../problems/nearest.ts';
import { clean } from '../../render/spans.ts';
import { loadPackOf } from '../packs.ts';
import type { Shell } from '../shell.ts';
import { entryLines, hang } from './entry-lines.ts';
import { sectionsOf } from './pieces.ts';
import { priorityEntries } from './spread.ts';

/** Prints a pack on one page, or every piece of one name spelt out. E815: no piece has that name. */
export async function showRules(shell: Shell, id: string | undefined): Promise<void> {
  const pack = await loadPackOf(shell);
  const lines = id === undefined ? page(pack, shell) : pieceLines(pack, id, shell);
  shell.write(lines.map(clean).join('\n'));
}

function pieceLines(pack: Pack, id: string, shell: Shell): string[] {
  const sections = sectionsOf({ pack, lang: shell.lang });
  const width = shell.width('stdout');
  // A rule of a shorthand over several actions is found by the name that its author gave it, too.
  const named = new Set<string>(
    [...pack.rules.values()].filter(({ name }) => name === id).map((rule) => rule.id),
  );
  const found = sections.flatMap(({ section, pieces }) =>
    pieces
      .filter(({ piece }) => piece.id === id || (named.has(piece.id) && isRules(section)))
      .map(({ piece, entries }) => {
        const { file, line } = piece.place;
        const title = shell.say('cli.rules.piece-at', { section, id: piece.id, file, line });
        return [
          ...hang(title, '', width),
          ...entryLines(entries, width),
          ...changeLines(pack, section, piece.id),
        ];
      }),
  );
  if (found.length === 0) {
    const expected = sections.flatMap(({ pieces }) => pieces.map(({ piece }) => piece.id));
    const nearest = nearestOf(id, expected);
    throw new InputError([
      { code: 'E815', saw: id, values: { pack: pack.id }, ...(nearest !== undefined && { nearest }) },
    ]);
  }
  return found.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));

  function changeLines(from: Pack, section: string, piece: string): string[] {
    const changes = from.changes.filter((change) => change.id === piece && change.section === section);
    return changes.flatMap((change) => changeWords(change, shell));
  }
}

function isRules(section: string): boolean {
  return section === 'rules' || section === 'safeguards';
}

function page(pack: Pack, shell: Shell): string[] {
  const { lang, say } = shell;
  const width = shell.width('stdout');
  const below = pack.chain.slice(1).map(({ id, version }) => `${id} ${version}`);
  const title = inLang(pack.title, lang);
  return [
    ...hang(say('cli.rules.title', { id: pack.id, version: pack.version, title }), '', width),
    ...hang(
      say('cli.rules.about', {
        jurisdiction: pack.jurisdiction,
        languages: pack.languages.join(', '),
        licence: pack.licence,
        reviewed: pack.reviewed,
      }),
      '',
      width,
    ),
    ...(below.length > 0 ? hang(say('cli.rules.chain', { packs: below.join(', ') }), '', width) : []),
    '',
    say('cli.rules.principles'),
    ...[...pack.principles.values()].flatMap((one) =>
      hang(`${inLang(one.name, lang)}: ${inLang(one.statement, lang)}`, '  ', width),
    ),
    '',
    say('cli.rules.priorities'),
    ...[...pack.priorities.values()].flatMap((priority) => [
      `  ${priority.id}:`,
      ...entryLines(priorityEntries(priority, { pack, lang }), width, 2),
    ]),
    ...(pack.changes.length > 0
      ? ['', say('cli.rules.changes'), ...pack.changes.flatMap((change) => changeWords(change, shell))]
      : []),
  ];
}

function changeWords(change: Pack['changes'][number], shell: Shell): string[] {
  const key = change.how === 'replaced' ? 'cli.rules.replaced' : 'cli.rules.switched-off';
  const { section, id, pack, reason } = change;
  return hang(
    shell.say(key, { section, id, pack, reason: inLang(reason, shell.lang) }),
    '  ',
    shell.width('stdout'),
  );
}
