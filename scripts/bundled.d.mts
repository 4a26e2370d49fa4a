/** What a module exports that is written as a text, whose imports start at the root of the project. */
export function bundled(contents: string): Promise<Record<string, unknown>>;
/** Makes one file out of an entry and all that it imports, so that a child process can run it. Returns its path. */
export function bundledFile(entry: string, folder: string): Promise<string>;
