import path from 'node:path';
import { ROOT } from '../support/workplace.ts';

/** A small staged story, and the pack that it is told in. */
export const STORY = path.join(ROOT, 'tests/support/stories/a-secret-told.yaml');
export const PACK = path.join(ROOT, 'tests/support/packs/sound');

/** The arguments of a verb of `timbang scenario` over that pack, in English. */
export function scenario(verb: string, ...args: string[]): string[] {
  return ['scenario', verb, ...args, '--pack', PACK, '--lang', 'en'];
}
