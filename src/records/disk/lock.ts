import { lstatSync, type Stats, utimesSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { systemCodeOf } from '../../files/system-code.ts';
import { faultOf } from './safe-file.ts';

/** Milliseconds after which a lock that nobody refreshes is taken for left behind. */
const STALE = 10_000;
/** Milliseconds that a writer waits for the others. */
const PATIENCE = 30_000;

/** A lock that is held. `lost`: somebody took it for left behind, as after a laptop has slept. */
export interface Lock {
  readonly lost: () => boolean;
  readonly release: () => Promise<void>;
}

/**
 * Waits for the lock of a store. It keeps writers apart; that nothing is written on a lost one is seen to by whoever
 * writes.
 *
 * @throws InputError. E611: somebody else has held it for half a minute. E615: something else has its name.
 */
export async function lockStore(folder: string): Promise<Lock> {
  // Bundled, a CommonJS module has no other export than this one.
  const { default: lockfile } = await import('proper-lockfile');
  const lockfilePath = path.join(folder, 'lock');
  const until = Date.now() + PATIENCE;
  let lost = false;
  for (;;) {
    checkLock(lockfilePath);
    try {
      const release = await lockfile.lock(folder, {
        lockfilePath,
        realpath: false,
        stale: STALE,
        update: STALE / 5,
        onCompromised: () => {
          lost = true;
        },
      });
      return { lost: () => lost, release: () => release().catch(() => undefined) };
    } catch (error) {
      if (!isHeld(error))
        throw systemCodeOf(error) === undefined ? error : faultOf('E631', lockfilePath, error);
      if (Date.now() > until) throw faultOf('E611', folder);
      await pause(5 + Math.random() * 40);
    }
  }
}

function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ELOCKED';
}

function statusOf(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch (error) {
    throw faultOf('E631', file, error);
  }
}

function checkLock(file: string): void {
  const found = statusOf(file);
  if (!found) return;
  if (!found.isDirectory()) throw faultOf('E615', file);
  // The clock was set back since: such a lock would never grow old.
  if (found.mtimeMs > Date.now() + STALE) utimesSync(file, new Date(), new Date());
}
