import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import type { Shell } from '../shell.ts';

/** Editors save in several steps; what happens within this time, in milliseconds, is one change. */
const TOGETHER = 150;

/**
 * Calls back each time one of the files is saved, one call after the other, until the program is interrupted.
 *
 * Their folders are watched: many editors put a new file in the place of the old one.
 */
export function watchFiles(shell: Shell, files: readonly string[], then: () => Promise<void>): Promise<void> {
  const wanted = new Set(files.map((file) => path.resolve(shell.host.cwd, file)));
  return new Promise((resolve, reject) => {
    const watchers: FSWatcher[] = [];
    let waiting: NodeJS.Timeout | undefined;
    let running = Promise.resolve();
    const stop = (): void => {
      clearTimeout(waiting);
      for (const watcher of watchers) watcher.close();
      unlisten();
    };
    const unlisten = shell.host.onInterrupt(() => {
      stop();
      void running.then(resolve);
    });
    const fail = (error: unknown): void => {
      stop();
      reject(error);
    };
    const changed = (): void => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        running = running.then(then);
        running.catch(fail);
      }, TOGETHER);
    };
    for (const folder of new Set([...wanted].map((file) => path.dirname(file)))) {
      const watcher = watch(folder, (_, name) => {
        if (name === null || wanted.has(path.join(folder, name))) changed();
      });
      watcher.on('error', fail);
      watchers.push(watcher);
    }
  });
}
