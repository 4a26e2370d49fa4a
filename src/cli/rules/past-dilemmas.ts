import { readTextFile } from '../../files/read.ts';
import type { CaseFile } from '../../model/case-file.ts';
import type { Pack } from '../../model/pack.ts';
import type { DecisionRecord } from '../../model/record.ts';
import type { Report } from '../../model/report.ts';
import { readCase } from '../../pack/read-case.ts';
import { InputError } from '../../problems/input-error.ts';
import { noteEntry } from '../../records/store/keep.ts';
import { rowsOf } from '../../records/store/open-store.ts';
import { readRecord } from '../../records/store/read-record.ts';
import { findScenarios } from '../../scenarios/find-scenarios.ts';
import { filterOf, type ListOptions } from '../record/list.ts';
import { openWith } from '../record/open.ts';
import { progressOf } from '../record/progress.ts';
import type { Shell } from '../shell.ts';
import { caseOfVersion, decisionIn } from './decision-case.ts';

/** A dilemma of the past: where it is kept, and how it is read. */
export interface PastDilemma {
  /** The file, or the id of the record. */
  readonly name: string;
  readonly read: (pack: Pack) => Promise<ReadDilemma>;
  /** Said once something of what it holds is told. */
  readonly told: () => Promise<void>;
}

export interface ReadDilemma {
  readonly caseFile: CaseFile;
  /** The rules by which it was decided, where that is known. */
  readonly rules?: Report['pack'];
}

/** The dilemmas of case files, scenarios and decisions saved as JSON; a file that is not there is told of. */
export async function dilemmasOfFiles(shell: Shell, files: readonly string[]): Promise<PastDilemma[]> {
  const found = await shell.each(files, (file) => findScenarios([file], shell.host.cwd));
  return found.flat().map((name) => ({
    name,
    read: async (pack) => {
      const text = await readTextFile(name);
      const decision = decisionIn(name, text);
      return decision ? ofDecision(decision, { name, pack }) : { caseFile: caseIn(name, text, pack) };
    },
    told: () => Promise.resolve(),
  }));
}

/** Records that can be weighed by a pack, and how many were decided by another one. */
export interface PastRecords {
  readonly past: readonly PastDilemma[];
  readonly ofOthers: number;
}

/** The dilemmas of the records that the key can read. That one was looked into stands in the journal once it is told of. */
export async function dilemmasOfRecords(
  shell: Shell,
  options: ListOptions,
  first: Pack,
): Promise<PastRecords> {
  const store = await openWith(shell, options);
  const rows = (await rowsOf(store, progressOf(shell))).filter(filterOf(options));
  const own = rows.filter(({ pack }) => pack === first.id);
  const past = own.map(
    ({ id }): PastDilemma => ({
      name: id,
      read: async (pack) => ofDecision(await readRecord(store, id), { name: id, pack }),
      told: async () => {
        await noteEntry(store, { kind: 'viewed', record: id });
      },
    }),
  );
  return { past, ofOthers: rows.length - own.length };
}

function ofDecision(
  { versions }: DecisionRecord,
  { name, pack }: { readonly name: string; readonly pack: Pack },
): ReadDilemma {
  const last = versions.at(-1) ?? versions[0];
  return { caseFile: caseIn(name, caseOfVersion(last), pack), rules: last.report.pack };
}

function caseIn(file: string, text: string, pack: Pack): CaseFile {
  const { caseFile, problems } = readCase({ file, text }, pack);
  if (!caseFile) throw new InputError(problems);
  return caseFile;
}
