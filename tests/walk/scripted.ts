import path from 'node:path';
import { PassThrough } from 'node:stream';
import { openPrompter } from '../../src/ask/open.ts';
import type { Terminal } from '../../src/ask/terminal.ts';
import type { Pack } from '../../src/model/pack.ts';
import { runWalk } from '../../src/walk/run-walk.ts';
import type { WalkEnd, WalkOptions, WalkWorld } from '../../src/walk/world.ts';
import { temporaryFolder } from '../support/workplace.ts';

export interface Script {
  readonly pack: Pack;
  /** Other packs that `:place` offers. */
  readonly others?: readonly Pack[];
  /** Typed lines, one per prompt; input ends after the last. */
  readonly lines: readonly string[];
  readonly options?: Partial<WalkOptions>;
  readonly folder?: string;
  /** Told the time each time it is asked for. */
  readonly clock?: () => Date;
}

export interface Played {
  readonly end: WalkEnd;
  /** All that the prompter wrote. */
  readonly said: string;
  /** Lines told after it had closed. */
  readonly told: readonly string[];
  readonly folder: string;
  readonly drafts: string;
}

/** Plays a whole walkthrough in plain text, in this process: lines in, words out, files in a folder of their own. */
export async function playWalk(script: Script): Promise<Played> {
  const folder = script.folder ?? temporaryFolder();
  const [input, output] = [new PassThrough(), new PassThrough()];
  let said = '';
  output.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  input.end(script.lines.map((line) => `${line}\n`).join(''));
  const terminal: Terminal = { input, output, level: 0, clears: false, onInterrupt: () => () => {} };
  const told: string[] = [];
  const drafts = path.join(folder, 'state', 'drafts');
  const packs = [script.pack, ...(script.others ?? [])];
  const lang = script.options?.lang ?? 'en';
  const world: WalkWorld = {
    prompter: () => openPrompter(terminal, { plain: true, lang }),
    tell: (line) => void told.push(line),
    now: script.clock ?? (() => new Date()),
    today: () => '2026-11-25',
    loadPack: (id) => Promise.resolve(packs.find((pack) => pack.id === id) ?? script.pack),
    listPacks: () =>
      Promise.resolve(packs.map(({ id, placeName, title }) => ({ id, place: placeName, title }))),
    drafts,
    folder,
    toolVersion: '0.0.0',
  };
  const end = await runWalk(world, { lang, save: true, plain: true, ...script.options });
  return { end, said, told, folder, drafts };
}
