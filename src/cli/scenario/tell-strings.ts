import { parseSheet } from '../../document/csv.ts';
import { openDocument } from '../../document/open.ts';
import { putTexts } from '../../document/put-texts.ts';
import { sourceOf } from '../../document/source.ts';
import { readTextFile } from '../../files/read.ts';
import { writeAtomic } from '../../files/write.ts';
import { Bug } from '../../problems/bug.ts';
import { InputError } from '../../problems/input-error.ts';
import { csv } from '../../render/csv.ts';
import { clean } from '../../render/spans.ts';
import { sheetOf } from '../../scenarios/strings/sheet-of.ts';
import { takenBack } from '../../scenarios/strings/take-back.ts';
import { deliver } from '../out.ts';
import { packLoader } from '../packs.ts';
import type { Shell } from '../shell.ts';
import type { StringsCommandOptions } from './author-options.ts';
import { type OpenCandidate, openCandidate } from './candidates.ts';

/** Prints the sheet of a scenario, or puts the texts of one back. */
export async function tellStrings(shell: Shell, file: string, options: StringsCommandOptions): Promise<void> {
  const opened = await openCandidate(shell, { file }, packLoader(shell));
  if (options.from !== undefined) return putBack(shell, opened, { ...options, from: options.from });
  const rows = sheetOf(opened.root, { languages: opened.pack.languages, say: shell.say });
  // Some spreadsheet programs take a file for UTF-8 only when it begins with this mark.
  await deliver(shell, `${options.bom ? '\ufeff' : ''}${csv(rows)}`, options.out);
}

async function putBack(
  shell: Shell,
  { input, root, pack }: OpenCandidate,
  { from, write = false, out }: StringsCommandOptions & { readonly from: string },
): Promise<void> {
  if (write && out !== undefined)
    throw new InputError([{ code: 'E807', saw: '--write', values: { other: '--out' } }]);
  const sheet = parseSheet(sourceOf(from, await readTextFile(from)));
  if (sheet.problems.length > 0) throw new InputError(sheet.problems);
  const { changes, problems } = takenBack(sheet, root, pack.languages);
  if (problems.length > 0) throw new InputError(problems);
  const text = putTexts(input.text, changes);
  const { value } = openDocument({ file: input.file, text, kind: 'scenario' });
  if (!value || takenBack(sheet, value, pack.languages).changes.length > 0)
    throw new Bug('texts of a sheet did not arrive in the scenario');
  if (write) {
    if (changes.length > 0) await writeAtomic(input.file, text, { overwrite: true, mode: 0o644 });
    shell.tell(shell.say('cli.written', { file: clean(input.file) }));
  } else await deliver(shell, text, out);
  shell.tell(shell.say('strings.changed', { count: changes.length }));
}
