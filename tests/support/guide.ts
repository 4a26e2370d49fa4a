import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { runCli } from './cli.ts';
import { readProject, temporaryFolder } from './workplace.ts';

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

export interface Reader {
  /** Which commands are left to others; left out: none. */
  readonly leaves?: (args: readonly string[]) => boolean;
  /** Milliseconds that one command may take. */
  readonly timeout?: number;
}

/** Does what a page has its reader do, in a folder of its own, and expects the ends and the words that it shows. */
export async function follow(page: string, { leaves = () => false, timeout }: Reader = {}): Promise<void> {
  const home = temporaryFolder();
  for (const step of stepsOfGuide(page)) {
    if (step.kind === 'file') await writeStep(home, step);
    else if (!leaves(step.args)) {
      const { code, stdout, stderr } = await runCli(step.args, { home, ...(timeout && { timeout }) });
      expect({ args: step.args, code }).toEqual({ args: step.args, code: step.code });
      for (const line of step.shows) expect(stdout + stderr, step.args.join(' ')).toContain(line);
    }
  }
}

/** Writes the file of a step into the folder of the reader. */
async function writeStep(folder: string, step: GuideStep & { kind: 'file' }): Promise<void> {
  const file = path.join(folder, step.name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, step.text);
}
