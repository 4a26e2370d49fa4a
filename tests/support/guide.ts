import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readProject } from './workplace.ts';

/** One thing that a guide has its reader do: write a file, or run a command and see this. */
export type GuideStep =
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | {
      readonly kind: 'command';
      readonly args: readonly string[];
      readonly code: number;
      readonly shows: readonly string[];
    };

/** The steps of a page, in order: its blocks that name a file, and its blocks `console` with the command in front. */
export function stepsOfGuide(page: string): GuideStep[] {
  const blocks = readProject(page).matchAll(
    /^```(?:yaml file=(\S+)|console(?: fails=(\d+))?)\n([\s\S]*?)^```$/gm,
  );
  return [...blocks].map(([, name, code = '0', text = '']) => {
    if (name !== undefined) return { kind: 'file', name, text };
    const [command = '', ...shows] = text.trimEnd().split('\n');
    return { kind: 'command', args: command.split(' ').slice(2), code: Number(code), shows };
  });
}

/** Writes the file of a step into the folder of the reader. */
export async function writeStep(folder: string, step: GuideStep & { kind: 'file' }): Promise<void> {
  const file = path.join(folder, step.name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, step.text);
}
