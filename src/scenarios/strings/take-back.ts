import type { Sheet } from '../../document/csv.ts';
import type { Node } from '../../document/node.ts';
import type { TextToPut } from '../../document/put-texts.ts';
import { problemAt } from '../../pack/problem-at.ts';
import { wordOf } from '../../pack/read/node.ts';
import type { Problem } from '../../problems/problem.ts';
import { languagesOf, spokenIn, textsOf } from '../map/texts.ts';

/** What a sheet says otherwise than the scenario. */
export interface TakenBack {
  readonly changes: readonly TextToPut[];
  /** E529: no column of keys, or of any language. E531: a key that the scenario does not have. */
  readonly problems: readonly Problem[];
}

/** Compares a sheet that came back with the scenario; an empty cell changes nothing, and the order does not matter. */
export function takenBack(sheet: Sheet, root: Node, languages: readonly string[]): TakenBack {
  const spoken = languagesOf(root, languages);
  const [authors = ''] = spoken;
  const names = sheet.columns.map(({ text }) => text.trim());
  const missing = ['key', ...(spoken.some((lang) => names.includes(lang)) ? [] : [authors])].filter(
    (name) => !names.includes(name),
  );
  const [head] = sheet.columns;
  if (missing.length > 0) {
    const place = head?.place ?? root.place;
    return {
      changes: [],
      problems: missing.map((name) => problemAt('E529', place, { saw: name, expected: names })),
    };
  }
  const texts = new Map(textsOf(root).map((text) => [text.key, text]));
  const changes: TextToPut[] = [];
  const problems: Problem[] = [];
  for (const row of sheet.rows) {
    const key = row.get('key');
    const text = key && texts.get(key.text.trim());
    if (key && !text)
      problems.push(problemAt('E531', key.place, { saw: key.text, expected: [...texts.keys()] }));
    if (!text) continue;
    const said = spokenIn(text.node, authors);
    for (const lang of spoken) {
      const cell = row.get(lang);
      const before = said.get(lang);
      const words = cell?.text.trim();
      if (words === undefined || (before && wordOf(before).trim() === words)) continue;
      // A text without languages has only those of its author.
      if (text.node.kind === 'map' || lang === authors) changes.push({ at: text.at, lang, text: words });
    }
  }
  return { changes, problems };
}
