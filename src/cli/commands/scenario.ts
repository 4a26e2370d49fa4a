import { type Command, Option } from 'commander';
import { PRINCIPLES } from '../../model/ids.ts';
import { withExamples } from '../help-format.ts';
import { addCheck } from '../scenario/check.ts';
import { addCoverage } from '../scenario/coverage.ts';
import { addDebrief } from '../scenario/debrief.ts';
import { addGraph } from '../scenario/graph.ts';
import { addHandout } from '../scenario/handout.ts';
import { addList } from '../scenario/list.ts';
import { addNew } from '../scenario/new.ts';
import { addPlay } from '../scenario/play.ts';
import { addReport } from '../scenario/report.ts';
import { addStrings } from '../scenario/strings.ts';
import { addScenarioWalk } from '../scenario/walk.ts';
import type { Shell } from '../shell.ts';
import { LEVELS, REPORTERS, type TestOptions } from '../test-options.ts';

/** `timbang scenario`: what a trainer or a rule author does with scenarios. */
export function addScenario(program: Command, shell: Shell): void {
  const { say } = shell;
  const scenario = program.command('scenario').summary(say('cli.scenario.summary'));
  withExamples(scenario, say('cli.scenario.examples'));

  addList(scenario, shell);
  addNew(scenario, shell);
  addCheck(scenario, shell);
  const test = scenario
    .command('test')
    .summary(say('cli.scenario.test.summary'))
    .argument('[files...]', say('cli.scenario.test.files'))
    .addOption(new Option('--reporter <form>', say('cli.scenario.test.reporter')).choices(REPORTERS))
    .option('--json', say('cli.scenario.test.json'))
    .option('--filter <words>', say('cli.scenario.test.filter'))
    .option('--grep <pattern>', say('cli.scenario.test.grep'))
    .addOption(new Option('--level <level>', say('cli.scenario.test.level')).choices(LEVELS))
    .addOption(new Option('--principle <id>', say('cli.scenario.test.principle')).choices(PRINCIPLES))
    .option('--cases <sheet>', say('cli.scenario.test.cases'))
    .option('--out <file>', say('cli.option.out'))
    .action(async (files: string[], options: TestOptions) => {
      const { testScenarios } = await import('../test-scenarios.ts');
      await testScenarios(shell, files, options);
    });
  withExamples(test, say('cli.scenario.test.examples'), say('cli.scenario.test.notes'));
  addScenarioWalk(scenario, shell);
  addCoverage(scenario, shell);
  addGraph(scenario, shell);
  addStrings(scenario, shell);
  addPlay(scenario, shell);
  addReport(scenario, shell);
  addDebrief(scenario, shell);
  addHandout(scenario, shell);
}
