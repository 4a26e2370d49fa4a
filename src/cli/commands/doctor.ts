import type { Command } from 'commander';
import { withExamples } from '../help-format.ts';
import type { Settings } from '../settings.ts';
import type { Shell } from '../shell.ts';

/** `timbang doctor`: what somebody who helps needs to know of this machine, and nothing of a case. */
export function addDoctor(program: Command, shell: Shell, settings: Pick<Settings, 'problems'>): void {
  const { say } = shell;
  const doctor = program
    .command('doctor')
    .summary(say('doctor.summary'))
    .option('--json', say('cli.option.json'))
    .action(async ({ json }: { json?: boolean }) => {
      const { examine } = await import('../doctor/examine.ts');
      const { printFindings } = await import('../doctor/print-findings.ts');
      printFindings(shell, await examine(shell, settings.problems), json === true);
    });
  withExamples(doctor, say('doctor.examples'), say('doctor.notes'));
}
