import type { Prompter } from '../ask/prompter.ts';
import type { CaseFile } from '../model/case-file.ts';
import type { Pack } from '../model/pack.ts';
import type { Report } from '../model/report.ts';
import type { Lang, Text } from '../model/text.ts';

/** What the walkthrough needs from outside; `cli` builds it once. */
export interface WalkWorld {
  /**
   * Opens the prompter: `openPrompter` of `src/ask/open.ts`, with the streams of the terminal. Called after the pack
   * is loaded, so that nothing of a terminal changes when the pack is broken; and again after something has asked on its own.
   */
  readonly prompter: () => Prompter;
  /** Writes one line of talk (stderr) after the prompter has closed, e.g. how to resume. */
  readonly tell: (line: string) => void;
  readonly now: () => Date;
  /** Today, `2026-11-25`; what `--now` says where it is given. */
  readonly today: () => string;
  /** Loads the pack by id, or the one in force; throws `InputError`. */
  readonly loadPack: (id?: string) => Promise<Pack>;
  /** The packs that can be chosen with `:place`; read when it is asked for. */
  readonly listPacks: () => Promise<
    readonly { readonly id: string; readonly place: Text; readonly title: Text }[]
  >;
  /** Folder of the drafts in the state folder; made with mode 700 when the first answer is kept. */
  readonly drafts: string;
  /** Folder against which a typed file name is resolved. */
  readonly folder: string;
  readonly toolVersion: string;
  /** Absent where nobody can type a passphrase. */
  readonly keeping?: Keeping;
}

/** Ways to keep a decision under a key. They ask at the terminal on their own, and throw `InputError` with what is wrong. */
export interface Keeping {
  /** Locks a text with a passphrase that is typed twice: an age file in letters. */
  readonly lock: (text: string) => Promise<string>;
  /** Adds a decision, as JSON, to the store of this account, and gives its name there; absent where there is no store. */
  readonly store?: (decision: string) => Promise<string>;
}

export interface WalkOptions {
  readonly lang: Lang;
  /** Pack id of `--pack`, before what the case file names. */
  readonly pack?: string;
  /** Answers given before the start (`--answers FILE`, a scenario read as a case); only what is missing is asked. */
  readonly answers?: CaseFile;
  /** `true`: the latest draft; otherwise its id. */
  readonly resume?: string | true;
  /** `false` with `--no-save`: nothing is kept on disk. */
  readonly save: boolean;
  /** Append-only words, as the prompter has them. */
  readonly plain: boolean;
}

/** How a walkthrough ended. `report` is there once the result was reached; `cli` prints it where stdout is no terminal. */
export interface WalkEnd {
  readonly code: number;
  readonly report?: Report;
}
