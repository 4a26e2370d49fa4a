import { type Command, Option } from 'commander';
import type { ActionId } from '../../model/ids.ts';
import { VERDICTS } from '../../model/pack.ts';
import { InputError } from '../../problems/input-error.ts';
import { nearestOf } from '../../problems/nearest.ts';
import { withExamples } from '../help-format.ts';
import { deliver } from '../out.ts';
import { collect, pairsOf } from '../pairs.ts';
import { jsonOption, oneForm, pathOption } from '../report-options.ts';
import type { Shell } from '../shell.ts';

const FORMATS = ['text', 'json'] as const;

interface WhatIfOptions {
  readonly set?: readonly string[];
  readonly toward?: readonly string[];
  readonly format?: (typeof FORMATS)[number];
  readonly json?: boolean;
  readonly path?: string;
  readonly out?: string;
}

/** `timbang whatif FILE`: what other answers would change, and which would give an action a verdict. */
export function addWhatIf(program: Command, shell: Shell): void {
  const { say } = shell;
  const command = program
    .command('whatif')
    .summary(say('cli.whatif.summary'))
    .argument('<file>', say('cli.explain.file'))
    .option('--set <fact=answer>', say('cli.whatif.set'), collect)
    .option('--toward <action=verdict>', say('cli.whatif.toward'), collect)
    .addOption(new Option('--format <format>', say('cli.whatif.format')).choices(FORMATS))
    .addOption(jsonOption(shell))
    .addOption(pathOption(shell))
    .option('--out <file>', say('cli.option.out'))
    .action((file: string, options: WhatIfOptions) => run(file, options, shell));
  withExamples(command, say('cli.whatif.examples'), say('cli.whatif.notes'));
}

async function run(file: string, options: WhatIfOptions, shell: Shell): Promise<void> {
  const { set = [], toward = [], path, out } = options;
  if (set.length + toward.length === 0)
    throw new InputError([{ code: 'E803', saw: '--set', values: { command: 'timbang whatif' } }]);
  const format = oneForm('--format', { form: options.format, json: options.json });
  const { weigher, checkAction } = await import('../weigh.ts');
  const { assess } = await import('../../engine/assess.ts');
  const { whatChanges } = await import('../../analysis/what-if.ts');
  const { waysToward } = await import('../../analysis/toward.ts');
  const { withSettings } = await import('../set-facts.ts');
  const { whatIfDoc, whatIfJson } = await import('../../render/what-if.ts');
  const { namingOf } = await import('../../render/naming.ts');
  const { print } = await import('../../render/print.ts');
  const { compiled, pack, dilemma, assessment } = await weigher(
    shell,
    path === undefined ? {} : { path },
  )(file);
  const changed = withSettings(dilemma, set, pack);
  const goals = readToward(toward);
  for (const { action } of goals) checkAction(action, pack);
  const answers = pairsOf(set, SET_FORM).map(([fact, text]) => {
    const given = changed.facts.get(fact as never);
    return [fact, given?.kind === 'answer' ? given.answer : text];
  });
  const changes = whatChanges(assessment, assess(compiled, changed, { changes: false }));
  const asked = {
    ...(set.length > 0 && { set: { answers: Object.fromEntries(answers), changes } }),
    toward: goals.map((goal) => waysToward(compiled, changed, goal)),
  };
  const naming = namingOf(pack, shell.lang);
  const text =
    format === 'json' ? whatIfJson(asked, naming) : print(whatIfDoc(asked, naming), shell.look('stdout'));
  await deliver(shell, text, out);
}

const SET_FORM = { form: 'FACT=ANSWER', example: 'danger-to-client=serious' };
const TOWARD_FORM = { form: 'ACTION=VERDICT', example: 'tell-the-family=must-not' };

/** Reads the values of `--toward`. E811: no pair. E805: no such verdict. */
function readToward(values: readonly string[]): { action: ActionId; to: (typeof VERDICTS)[number] }[] {
  return pairsOf(values, TOWARD_FORM).map(([action, word]) => {
    const to = VERDICTS.find((one) => one === word);
    if (to) return { action: action as ActionId, to };
    const nearest = nearestOf(word, VERDICTS);
    throw new InputError([
      {
        code: 'E805',
        saw: word,
        expected: VERDICTS,
        values: { option: '--toward' },
        ...(nearest !== undefined && { nearest }),
      },
    ]);
  });
}
