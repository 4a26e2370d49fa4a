import type { CaseFile } from '../model/case-file.ts';
import { InputError } from '../problems/input-error.ts';
import type { WalkWorld } from '../walk/world.ts';
import { endingOf } from './exit-codes.ts';
import { deliver } from './out.ts';
import { loadPackOf, packLoader, whereOf } from './packs.ts';
import { readInput } from './read-input.ts';
import { keepingOf } from './record/keeping.ts';
import { formatOf } from './report-options.ts';
import { withSettings } from './set-facts.ts';
import type { Shell } from './shell.ts';
import { terminalOf } from './terminal.ts';
import { VERSION } from './version.ts';
import type { WalkCommandOptions } from './walk-options.ts';
import { NOTHING_KNOWN } from './weigh.ts';

/** Walks one person through a dilemma; the result goes to stdout as well where that is no terminal. */
export async function walkThrough(shell: Shell, options: WalkCommandOptions): Promise<void> {
  const { runWalk } = await import('../walk/run-walk.ts');
  const { openPrompter } = await import('../ask/open.ts');
  const plain = shell.plain || options.plainStdin === true;
  const answers = await answersOf(shell, options);
  const { places, lang, globals } = shell;
  const world: WalkWorld = {
    prompter: () => openPrompter(terminalOf(shell), { plain, lang }),
    tell: shell.tell,
    now: shell.clock,
    today: shell.today,
    loadPack: (id) => loadPackOf(shell, id),
    listPacks: async () => (await import('../pack/list-packs.ts')).listPacks(whereOf(shell)),
    drafts: places.drafts ?? '',
    folder: shell.host.cwd,
    toolVersion: VERSION,
    ...keepingOf(shell),
  };
  const end = await runWalk(world, {
    lang,
    plain,
    // Without a home there is nowhere to keep a draft.
    save: options.save && places.drafts !== undefined,
    ...(globals.pack !== undefined && { pack: globals.pack }),
    ...(answers && { answers }),
    ...(options.resume !== undefined && { resume: options.resume }),
  });
  shell.raise(endingOf(end.code));
  if (!end.report || (shell.host.stdout.isTTY && options.out === undefined)) return;
  const { printReport } = await import('./print-report.ts');
  await deliver(shell, printReport(end.report, formatOf(options), shell), options.out);
}

/** What `--answers` and `--set` say before the first question; nothing where neither is given. */
async function answersOf(shell: Shell, options: WalkCommandOptions): Promise<CaseFile | undefined> {
  const { answers, set = [], path } = options;
  if (answers === undefined && set.length === 0) return undefined;
  const { readCase } = await import('../pack/read-case.ts');
  const input = answers === undefined ? undefined : await readInput(shell, answers);
  const { pack } = await packLoader(shell)(input?.pack);
  if (!input) return withSettings(NOTHING_KNOWN, set, pack);
  const { caseFile, problems } = readCase(input, pack, path === undefined ? {} : { path });
  if (!caseFile) throw new InputError(problems);
  return withSettings(caseFile, set, pack);
}
