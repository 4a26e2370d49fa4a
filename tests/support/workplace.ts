import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';

export const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** An empty folder of this test alone; gone when the test is finished. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'timbang-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files into a folder: relative path to text. Returns the folder. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return folder;
}

/** Reads a file of the project, named from its root. */
export function readProject(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/**
 * The environment of a fresh account: a home of its own, no language, no colour settings, and nothing of the machine
 * but PATH. `more` goes on top; `undefined` takes a name out.
 */
export function freshEnvironment(
  home: string,
  more: Readonly<Record<string, string | undefined>> = {},
): NodeJS.ProcessEnv {
  const env: Record<string, string | undefined> = {
    PATH: process.env['PATH'],
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_STATE_HOME: path.join(home, '.local', 'state'),
    XDG_DATA_HOME: path.join(home, '.local', 'share'),
    XDG_CACHE_HOME: path.join(home, '.cache'),
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    ...more,
  };
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
}
