import type { Command, Option } from 'commander';
import { expect, test } from 'vitest';
import type { Host } from '../../src/cli/host.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { gatherSettings } from '../../src/cli/settings.ts';
import { makeShell } from '../../src/cli/shell.ts';
import { catalogue } from '../../src/text/catalogue.ts';
import { filesBelow } from '../support/sources.ts';
import { readProject, temporaryFolder } from '../support/workplace.ts';

const PAGES = ['README.md', 'CONTRIBUTING.md', ...filesBelow('docs', '.md')];

/** Names that only a command can have: in running text they are taken for one. */
const NOUNS = /timbang (?:record|config|drafts|doctor|whatif|rules|scenario|completion) [a-z][a-z-]*/g;

/** The command tree of the program in English; no stream of it is ever used here. */
async function programTree(): Promise<Command> {
  const home = temporaryFolder();
  const streams = { stdin: {}, stdout: {}, stderr: {} };
  const host = { ...streams, args: [], env: { HOME: home }, cwd: home, platform: 'linux' } as unknown as Host;
  const settings = await gatherSettings(host, { lang: 'en' });
  return buildProgram(makeShell(host, {}, settings), settings);
}

/** Says what in `timbang ...` the program does not have; `undefined`: it has all of it. */
function missingIn(call: string, program: Command): string | undefined {
  let command = program;
  let takesValue = false;
  for (const raw of call.split(/\s+/).slice(1)) {
    const word = raw.replace(/[,.;:)]+$/, '');
    if (/^[|>&#]/.test(word)) return undefined;
    if (takesValue) {
      takesValue = false;
    } else if (word.startsWith('-')) {
      const option = optionOf(word, [...program.options, ...command.options]);
      if (option === undefined) return `${word} in "${call}"`;
      takesValue = option.takesValue;
    } else if (command.commands.length > 0 && /^[a-z][a-z-]*$/.test(word)) {
      const next = command.commands.find((one) => one.name() === word || one.aliases().includes(word));
      // A command that has verbs may still take a word of its own.
      if (!next && command.registeredArguments.length === 0) return `"${word}" in "${call}"`;
      command = next ?? command;
    }
  }
  return undefined;
}

/** Finds what stands behind `--flag`, `--flag=value`, `-f` or `-` (stdin, no option at all). */
function optionOf(word: string, options: readonly Option[]): { readonly takesValue: boolean } | undefined {
  const [flag = '', value] = word.split('=');
  if (['-', '-h', '--help'].includes(flag)) return { takesValue: false };
  const option = options.find(({ long, short }) => long === flag || short === flag);
  return option && { takesValue: option.required && value === undefined };
}

async function missingOf(calls: readonly string[]): Promise<string[]> {
  const program = await programTree();
  return calls.flatMap((call) => missingIn(call, program) ?? []);
}

test.each(PAGES)('%s names only commands and options that are there', async (page) => {
  const text = readProject(page);
  const spans = [...text.matchAll(/`(timbang [^`\n]+)`/g)].map((match) => match[1] ?? '');
  const lines = [...text.matchAll(/^\s*\$ (?:npx )?(timbang .+)$/gm)].map((match) => match[1] ?? '');
  expect(await missingOf([...spans, ...lines])).toEqual([]);
});

test.each(Object.entries(catalogue))(
  'the messages name only commands and options that are there (%s)',
  async (_, messages) => {
    const texts = Object.values(messages);
    const lines = texts.flatMap((text) =>
      [...text.matchAll(/\$ (timbang .+)$/gm)].map((match) => match[1] ?? ''),
    );
    const mentions = texts.flatMap((text) => text.match(NOUNS) ?? []);
    expect(await missingOf([...lines, ...mentions])).toEqual([]);
  },
);

test('a command, a verb and an option that are not there are found', async () => {
  const calls = ['timbang asses x.yaml', 'timbang completion bash --colour', 'timbang help --lang en'];
  expect(await missingOf(calls)).toEqual([
    '"asses" in "timbang asses x.yaml"',
    '--colour in "timbang completion bash --colour"',
  ]);
});
