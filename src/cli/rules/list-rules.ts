import { json as asJson } from '../../render/json.ts';
import { clean } from '../../render/spans.ts';
import { loadPackOf } from '../packs.ts';
import type { Shell } from '../shell.ts';
import { VERSION } from '../version.ts';
import { hang } from './entry-lines.ts';
import { listPack } from './list-json.ts';
import { sectionsOf } from './pieces.ts';

/** Prints every piece of a pack: for people one line each, by section; for programs one object. */
export async function listRules(
  shell: Shell,
  { pack: ref, json }: { readonly pack: string | undefined; readonly json: boolean },
): Promise<void> {
  const pack = await loadPackOf(shell, ref);
  if (json) return shell.write(asJson(listPack(pack, VERSION)));
  const width = shell.width('stdout');
  const lines = sectionsOf({ pack, lang: shell.lang })
    .filter(({ pieces }) => pieces.length > 0)
    .flatMap(({ section, pieces }) => [
      '',
      `${section} (${pieces.length})`,
      ...pieces.flatMap(({ piece, title }) => hang(`${piece.id}: ${title}`, '  ', width)),
    ]);
  shell.write([`${pack.id} ${pack.version}`, ...lines].map(clean).join('\n'));
}
