import path from 'node:path';
import { makeFolder } from '../../files/folder.ts';
import { writeAtomic } from '../../files/write.ts';
import { packDocs } from '../../render/pack-docs.ts';
import { clean } from '../../render/spans.ts';
import type { DocFormat } from '../doc-formats.ts';
import { loadPackOf } from '../packs.ts';
import type { Shell } from '../shell.ts';
import { VERSION } from '../version.ts';

/** Pages are for others: whoever may read the folder may read them. */
const READABLE = 0o644;

/**
 * Writes a pack out as pages in a folder of their own; nothing is written where the pack has problems.
 *
 * E7xx: the folder is not empty, or a page cannot be written.
 */
export async function writeDocs(
  shell: Shell,
  options: {
    readonly pack: string | undefined;
    readonly out: string;
    readonly formats: readonly DocFormat[];
    readonly force: boolean;
  },
): Promise<void> {
  const { out, formats, force } = options;
  const pack = await loadPackOf(shell, options.pack);
  const folder = path.resolve(shell.host.cwd, out);
  const pages = packDocs({ pack, lang: shell.lang, formats, toolVersion: VERSION });
  await makeFolder(folder, { used: force });
  for (const [name, text] of pages)
    await writeAtomic(path.join(folder, name), text, { overwrite: force, mode: READABLE });
  shell.tell(shell.say('cli.rules.docs.written', { folder: clean(out), count: pages.size }));
}
