import type { Node } from '../../document/node.ts';
import { wordOf } from '../../pack/read/node.ts';
import type { Cell } from '../../render/csv.ts';
import type { Say } from '../../text/say.ts';
import { languagesOf, spokenIn, textsOf } from '../map/texts.ts';

/**
 * The texts of a scenario as rows for translators, in reading order: key, each language, and a note on what the text is.
 * The first row names the columns.
 *
 * @param languages of the pack; those that the scenario names go before
 */
export function sheetOf(
  root: Node,
  { languages, say }: { languages: readonly string[]; say: Say },
): Cell[][] {
  const spoken = languagesOf(root, languages);
  const [authors = ''] = spoken;
  const rows = textsOf(root).map(({ key, node, role }): Cell[] => {
    const said = spokenIn(node, authors);
    const words = spoken.map((lang) => {
      const found = said.get(lang);
      return found ? wordOf(found) : '';
    });
    return [key, ...words, say(`strings.role.${role}`)];
  });
  return [['key', ...spoken, 'note'], ...rows];
}
