import type { Command } from 'commander';
import { withExamples } from '../help-format.ts';
import type { Shell } from '../shell.ts';

/** `timbang config`: where settings come from and where files stand. */
export function addConfig(program: Command, shell: Shell): void {
  const { say } = shell;
  const config = program.command('config').summary(say('cli.config.summary'));
  withExamples(config, say('cli.config.examples'), say('cli.config.notes'));

  const explain = config
    .command('explain')
    .summary(say('cli.config.explain.summary'))
    .option('--json', say('cli.option.json'))
    .action((options: { json?: boolean }) => explainConfig(shell, options.json === true));
  withExamples(explain, say('cli.config.explain.examples'));

  const paths = config
    .command('paths')
    .summary(say('cli.config.paths.summary'))
    .option('--drafts', say('cli.config.paths.drafts'))
    .action((options: { drafts?: boolean }) => printPaths(shell, options.drafts === true));
  withExamples(paths, say('cli.config.paths.examples'));
}

function explainConfig(shell: Shell, json: boolean): void {
  const { settings, say } = shell;
  if (json) return shell.write(JSON.stringify({ schema: 'timbang.config/1', settings }, null, 2));
  shell.write(
    settings
      .map(({ key, value, from, where }) => {
        const shown = value === null ? say('cli.config.not-set') : String(value);
        return say('cli.config.line', {
          key,
          value: shown,
          from: say(`cli.config.from.${from}`),
          where: where ?? '',
        });
      })
      .map((line) => line.trimEnd())
      .join('\n'),
  );
}

function printPaths(shell: Shell, draftsOnly: boolean): void {
  const { say } = shell;
  const none = say('cli.config.no-home');
  const { drafts = none, sessions = none, userConfig = none, userPacks = none } = shell.places;
  const { projectConfig, shippedPacks } = shell.places;
  if (draftsOnly) return shell.write(drafts);
  shell.write(
    [
      say('cli.config.path.config', { path: userConfig }),
      say('cli.config.path.project', { path: projectConfig }),
      say('cli.config.path.drafts', { path: drafts }),
      say('cli.config.path.sessions', { path: sessions }),
      say('cli.config.path.packs', { path: userPacks }),
      say('cli.config.path.shipped', { path: shippedPacks }),
    ].join('\n'),
  );
}
