import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A block of the page on the pack format: the file that it shows, of the example or of the overlay. */
export interface PageBlock {
  readonly kind: 'file' | 'overlay';
  readonly name: string;
  readonly text: string;
}

/** Takes the blocks that name a file out of docs/pack-format.md. */
export async function blocksOfPage(): Promise<PageBlock[]> {
  const page = await readFile(new URL('../../docs/pack-format.md', import.meta.url), 'utf8');
  return [...page.matchAll(/^```yaml (file|overlay)=(\S+)\n([\s\S]*?)^```$/gm)].map(
    ([, kind, name, text]) => ({
      kind: kind as PageBlock['kind'],
      name: name as string,
      text: text as string,
    }),
  );
}

/** Puts the example of the page into a folder as a pack. */
export async function writePack(
  folder: string,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<void> {
  for (const { name, text } of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}
