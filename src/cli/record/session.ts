import { Command } from 'commander';
import { textBody } from '../../ask/layout.ts';
import { openPrompter } from '../../ask/open.ts';
import { InputEnded, Interrupted } from '../../ask/prompter.ts';
import { InputError } from '../../problems/input-error.ts';
import { allCommands } from '../all-commands.ts';
import { endOn } from '../end-on.ts';
import { helpFormat } from '../help-format.ts';
import type { Shell } from '../shell.ts';
import { terminalOf } from '../terminal.ts';
import { UseError } from '../use-error.ts';
import { openWith } from './open.ts';
import type { StoreOptions } from './options.ts';

const ENDS: ReadonlySet<string> = new Set(['end', 'exit', 'quit', 'selesai', 'keluar']);

/**
 * One unlocked session: the passphrase is asked once, then verbs are typed as they would stand behind `timbang record`.
 * What is typed here lands in no history.
 */
export async function recordSession(
  shell: Shell,
  options: StoreOptions,
  addVerbs: (program: Command, shell: Shell) => void,
): Promise<void> {
  const { stdin, stderr } = shell.host;
  if (!stdin.isTTY || !stderr.isTTY) throw new InputError([{ code: 'E623', saw: '' }]);
  const store = await openWith(shell, options);
  shell.tell(shell.say('record.session.open', { id: store.identity.id }));
  const chosen = [
    ...(options.store === undefined ? [] : ['--store', options.store]),
    ...(options.identity === undefined ? [] : ['--identity', options.identity]),
  ];
  for (;;) {
    const words = await nextLine(shell);
    if (words === undefined || ENDS.has(words[0] ?? '')) break;
    if (words.length > 0) await runVerb(shell, [...words, ...chosen], addVerbs);
  }
  shell.tell(shell.say('record.session.closed'));
}

/** The words of one line; `undefined` where nothing more comes. The prompter is closed before a verb asks on its own. */
async function nextLine(shell: Shell): Promise<string[] | undefined> {
  const prompter = openPrompter(terminalOf(shell), { plain: true, lang: shell.lang });
  try {
    const reply = await prompter.shortText({ body: textBody(shell.say('record.session.ask')) });
    return reply.kind === 'value' ? reply.value.split(/\s+/).filter(Boolean) : commandWords(reply.command);
  } catch (error) {
    if (error instanceof Interrupted || error instanceof InputEnded) return undefined;
    throw error;
  } finally {
    prompter.close();
  }
}

function commandWords(command: string): string[] | undefined {
  return command.startsWith('quit') ? undefined : ['--help'];
}

/** A verb that fails ends nothing but itself. */
async function runVerb(
  shell: Shell,
  words: readonly string[],
  addVerbs: (program: Command, shell: Shell) => void,
): Promise<void> {
  const program = new Command('timbang').configureHelp(helpFormat(shell.say)).configureOutput({
    writeOut: (text) => shell.write(text),
    outputError: () => undefined,
  });
  addVerbs(program, shell);
  for (const command of allCommands(program)) {
    command.helpOption('-h, --help', shell.say('cli.option.help')).helpCommand(false);
    command.allowExcessArguments(false).exitOverride((error) => {
      throw new UseError(error, command);
    });
  }
  try {
    await program.parseAsync(['record', ...words], { from: 'user' });
  } catch (error) {
    endOn(error, shell);
  }
}
