import path from 'node:path';
import type { Command } from 'commander';
import { InputError } from '../../problems/input-error.ts';
import { minuteAt } from '../date.ts';
import { withExamples } from '../help-format.ts';
import { deliver } from '../out.ts';
import type { Shell } from '../shell.ts';

/** `timbang drafts`: answers of walkthroughs that were not finished. */
export function addDrafts(program: Command, shell: Shell): void {
  const { say } = shell;
  const drafts = program.command('drafts').summary(say('cli.drafts.summary'));
  withExamples(drafts, say('cli.drafts.examples'), say('cli.drafts.notes'));

  const list = drafts
    .command('list')
    .summary(say('cli.drafts.list.summary'))
    .option('--json', say('cli.option.json'))
    .action((options: { json?: boolean }) => listThem(shell, options.json === true));
  withExamples(list, say('cli.drafts.list.examples'));

  const exported = drafts
    .command('export')
    .summary(say('cli.drafts.export.summary'))
    .argument('[draft]', say('cli.drafts.draft-or-latest'))
    .option('--out <file>', say('cli.option.out'))
    .action((id: string | undefined, options: { out?: string }) => exportOne(shell, id, options.out));
  withExamples(exported, say('cli.drafts.export.examples'));

  const wipe = drafts
    .command('wipe')
    .summary(say('cli.drafts.wipe.summary'))
    .argument('[draft]', say('cli.drafts.draft-or-all'))
    .action((id: string | undefined) => wipeThem(shell, id));
  withExamples(wipe, say('cli.drafts.wipe.examples'), say('cli.drafts.wipe.notes'));
}

async function listThem(shell: Shell, json: boolean): Promise<void> {
  const { listDrafts } = await import('../../walk/drafts.ts');
  const found = (await listDrafts(folderOf(shell), shell.clock())).map(({ head, events, touched }) => ({
    id: head.id,
    pack: `${head.pack} ${head.version}`,
    lang: head.lang,
    events: events.length,
    touched,
  }));
  const { json: asJson } = await import('../../render/json.ts');
  const { clean } = await import('../../render/spans.ts');
  if (json) return shell.write(asJson({ schema: 'timbang.drafts/1', drafts: found }));
  if (found.length === 0) return shell.tell(shell.say('cli.drafts.none'));
  shell.write(
    found
      .map((draft) => clean(shell.say('cli.drafts.line', { ...draft, touched: minuteAt(draft.touched) })))
      .join('\n'),
  );
}

async function exportOne(shell: Shell, id: string | undefined, out: string | undefined): Promise<void> {
  const { listDrafts } = await import('../../walk/drafts.ts');
  const drafts = await listDrafts(folderOf(shell), shell.clock());
  const draft = id === undefined ? drafts[0] : drafts.find(({ head }) => head.id === id);
  if (!draft)
    throw noSuchDraft(
      id,
      drafts.map(({ head }) => head.id),
    );
  const { caseYaml } = await import('../../walk/case-yaml.ts');
  const { fold } = await import('../../walk/fold/fold.ts');
  await deliver(shell, caseYaml(fold(draft.events), draft.head.pack), out);
}

async function wipeThem(shell: Shell, id: string | undefined): Promise<void> {
  const { listDrafts, wipeDrafts } = await import('../../walk/drafts.ts');
  const folder = folderOf(shell);
  const removed = await wipeDrafts(folder, shell.clock(), id);
  const left = (await listDrafts(folder, shell.clock())).map(({ head }) => head.id);
  if (id !== undefined && removed.length === 0) throw noSuchDraft(id, left);
  shell.tell(shell.say('cli.drafts.wiped', { count: removed.length }));
}

/** Without a home there is no folder of drafts, and nothing in it. */
function folderOf({ places, host }: Shell): string {
  return places.drafts ?? path.join(host.cwd, '.timbang-drafts');
}

/** E820: no draft has this id, or there is none at all. */
function noSuchDraft(id: string | undefined, expected: readonly string[]): InputError {
  return new InputError([{ code: 'E820', saw: id ?? '', expected }]);
}
