import { Argument, type Command, Option } from 'commander';
import { DOC_FORMATS, type DocFormat } from '../doc-formats.ts';
import { withExamples } from '../help-format.ts';
import { SCHEMAS, type SchemaName } from '../schemas.ts';
import type { Shell } from '../shell.ts';
import { addComparing } from './rules-compare.ts';

/** `timbang rules`: what a rule author reads and checks; each verb loads its part when it runs. */
export function addRules(program: Command, shell: Shell): void {
  const { say } = shell;
  const rules = program.command('rules').summary(say('cli.rules.summary'));
  withExamples(rules, say('cli.rules.examples'));

  const list = rules
    .command('list')
    .summary(say('cli.rules.list.summary'))
    .argument('[pack]', say('cli.rules.pack'))
    .option('--json', say('cli.option.json'))
    .action(async (pack: string | undefined, options: { json?: boolean }) => {
      const { listRules } = await import('../rules/list-rules.ts');
      await listRules(shell, { pack, json: options.json === true });
    });
  withExamples(list, say('cli.rules.list.examples'));

  const show = rules
    .command('show')
    .summary(say('cli.rules.show.summary'))
    .argument('[piece]', say('cli.rules.show.piece'))
    .action(async (piece: string | undefined) => {
      const { showRules } = await import('../rules/show-rules.ts');
      await showRules(shell, piece);
    });
  withExamples(show, say('cli.rules.show.examples'), say('cli.rules.show.notes'));

  const schema = rules
    .command('schema')
    .summary(say('cli.rules.schema.summary'))
    .addArgument(new Argument('[kind]', say('cli.rules.schema.kind')).choices(SCHEMAS).default('case'))
    .action(async (kind: SchemaName) => {
      const { printSchema } = await import('../rules/print-schema.ts');
      await printSchema(shell, kind);
    });
  withExamples(schema, say('cli.rules.schema.examples'), say('cli.rules.schema.notes'));

  const check = rules
    .command('check')
    .summary(say('cli.rules.check.summary'))
    .argument('[packs...]', say('cli.rules.check.packs'))
    .option('--json', say('cli.option.json'))
    .action(async (packs: string[], options: { json?: boolean }) => {
      const { checkPacks } = await import('../rules/check-packs.ts');
      await checkPacks(shell, packs, options.json === true);
    });
  withExamples(check, say('cli.rules.check.examples'), say('cli.rules.check.notes'));
  addComparing(rules, shell);
  addDocs(rules, shell);
}

interface DocsOptions {
  readonly out: string;
  readonly format?: DocFormat;
  readonly force?: boolean;
}

function addDocs(rules: Command, shell: Shell): void {
  const { say } = shell;
  const docs = rules
    .command('docs')
    .summary(say('cli.rules.docs.summary'))
    .argument('[pack]', say('cli.rules.pack'))
    .requiredOption('--out <folder>', say('cli.rules.docs.out'))
    .addOption(new Option('--format <format>', say('cli.rules.docs.format')).choices(DOC_FORMATS))
    .option('--force', say('cli.rules.docs.force'))
    .action(async (pack: string | undefined, { out, format, force }: DocsOptions) => {
      const { writeDocs } = await import('../rules/write-docs.ts');
      const formats = format === undefined ? DOC_FORMATS : [format];
      await writeDocs(shell, { pack, out, formats, force: force === true });
    });
  withExamples(docs, say('cli.rules.docs.examples'), say('cli.rules.docs.notes'));
}
