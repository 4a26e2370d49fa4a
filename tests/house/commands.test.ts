import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { chooseLanguage } from '../../src/cli/language.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { type Host, makeShell } from '../../src/cli/shell.ts';
import { catalogue } from '../../src/text/catalogue.ts';
import { filesBelow } from '../support/sources.ts';
import { readProject } from '../support/workplace.ts';

const PAGES = ['README.md', 'CONTRIBUTING.md', ...filesBelow('docs', '.md')];

/** Names that only a command can have: in running text they are taken for one. */
const NOUNS = /timbang (?:record|config|drafts|doctor|whatif|rules|scenario|completion) [a-z][a-z-]*/g;

/** The command tree of the program; no stream of it is ever used here. */
function programTree(): Command {
  const host = {
    args: [],
    env: {},
    cwd: '/',
    stdout: {},
    stderr: {},
    stdin: {},
    today: () => '2026-11-25',
  } as unknown as Host;
  return buildProgram(makeShell(host, {}, chooseLanguage({ flag: 'en', env: {}, config: undefined })));
}

/** Says what in `timbang ...` the program does not have; `undefined`: it has all of it. */
function missingIn(call: string, program: Command): string | undefined {
  const [, ...words] = call.split(/\s+/);
  const flags = [...program.options];
  let command = program;
  for (const [at, raw] of words.entries()) {
    const word = raw.replace(/[,.;:)]+$/, '');
    if (/^[|>&#]/.test(word)) return undefined;
    if (word.startsWith('-')) {
      const flag = word.split('=')[0] ?? '';
      const known = [...flags, ...command.options].some(
        (option) => option.long === flag || option.short === flag,
      );
      if (!known && !['-', '-h', '--help'].includes(flag)) return `${flag} in "${call}"`;
    } else if (
      command.commands.length > 0 &&
      (at === 0 || command !== program) &&
      /^[a-z][a-z-]*$/.test(word)
    ) {
      const next = command.commands.find((one) => one.name() === word || one.aliases().includes(word));
      if (!next) return `"${word}" in "${call}"`;
      command = next;
    }
  }
  return undefined;
}

function missingOf(calls: readonly string[]): string[] {
  const program = programTree();
  return calls.flatMap((call) => missingIn(call, program) ?? []);
}

test.each(PAGES)('%s names only commands and options that are there', (page) => {
  const text = readProject(page);
  const spans = [...text.matchAll(/`(timbang [^`\n]+)`/g)].map((match) => match[1] ?? '');
  const lines = [...text.matchAll(/^\s*\$ (?:npx )?(timbang .+)$/gm)].map((match) => match[1] ?? '');
  expect(missingOf([...spans, ...lines])).toEqual([]);
});

test.each(Object.entries(catalogue))(
  'the messages name only commands and options that are there (%s)',
  (_, messages) => {
    const texts = Object.values(messages);
    const lines = texts.flatMap((text) =>
      [...text.matchAll(/\$ (timbang .+)$/gm)].map((match) => match[1] ?? ''),
    );
    const mentions = texts.flatMap((text) => text.match(NOUNS) ?? []);
    expect(missingOf([...lines, ...mentions])).toEqual([]);
  },
);

test('a command, a verb and an option that are not there are found', () => {
  const calls = ['timbang asses x.yaml', 'timbang completion bash --colour', 'timbang help --lang en'];
  expect(missingOf(calls)).toEqual([
    '"asses" in "timbang asses x.yaml"',
    '--colour in "timbang completion bash --colour"',
  ]);
});
