// Writes man/timbang.1 from the command tree, so that the manual cannot tell of an option that is not there.
// With --check it writes nothing and fails when the page is not what the tree says.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const target = path.join(root, 'man', 'timbang.1');

const { program, version, exitCodes } = await readTree();
const page = manual(program);
if (process.argv.includes('--check')) {
  const there = await readFile(target, 'utf8').catch(() => '');
  if (there !== page) {
    process.stderr.write('man/timbang.1 is not what the commands say; run node scripts/man.mjs\n');
    process.exitCode = 1;
  }
} else {
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, page);
}

/** Bundles the command tree alone (commands load their rooms when they run) and builds it in English. */
async function readTree() {
  const folder = await mkdtemp(path.join(tmpdir(), 'timbang-man-'));
  try {
    await build({
      stdin: {
        contents: [
          "export { buildProgram } from './src/cli/program.ts';",
          "export { makeShell } from './src/cli/shell.ts';",
          "export { gatherSettings } from './src/cli/settings.ts';",
          "export { VERSION } from './src/cli/version.ts';",
        ].join('\n'),
        resolveDir: root,
        loader: 'ts',
      },
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      banner: {
        js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
      },
      logLevel: 'error',
    });
    const rooms = await import(pathToFileURL(path.join(folder, 'stdin.mjs')).href);
    const host = {
      ...{ env: { HOME: folder }, cwd: folder, platform: 'linux' },
      ...{ stdout: {}, stderr: {}, clock: () => new Date(0) },
    };
    const settings = await rooms.gatherSettings(host, { lang: 'en' });
    const shell = rooms.makeShell(host, {}, settings);
    return {
      program: rooms.buildProgram(shell, settings),
      version: rooms.VERSION,
      exitCodes: shell.say('cli.help.topic-exit-codes'),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function manual(tree) {
  return [
    `.TH TIMBANG 1 "" "timbang ${version}" "timbang"`,
    '.SH NAME',
    'timbang \\- weighs ethical dilemmas in social work',
    '.SH SYNOPSIS',
    '.B timbang',
    '[\\fIcommand\\fR] [\\fIoptions\\fR]',
    '.SH DESCRIPTION',
    ...paragraphs(tree.description()),
    '.SH COMMANDS',
    ...leaves(tree).flatMap(commandSection),
    '.SH OPTIONS OF EVERY COMMAND',
    ...tree.options.flatMap(optionItem),
    '.SH EXIT STATUS',
    '.nf',
    ...exitCodes.split('\n').slice(2).map(escape),
    '.fi',
    '.SH SEE ALSO',
    ...paragraphs('timbang help privacy, timbang help crisis, timbang help accessibility'),
    '',
  ].join('\n');
}

/** Commands that do something: those without commands below them. */
function leaves(command) {
  return command.commands.flatMap((below) => (below.commands.length > 0 ? leaves(below) : [below]));
}

function commandSection(command) {
  const takes = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
    return argument.required ? name : `[${name}]`;
  });
  const names = [pathOf(command), ...command.aliases()].join(', ');
  return [
    `.SS ${escape([names, ...takes].join(' '))}`,
    ...paragraphs(command.description() || command.summary()),
    ...command.options.filter((option) => !option.hidden).flatMap(optionItem),
  ];
}

function pathOf(command) {
  return command.parent?.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

function optionItem(option) {
  return ['.TP', `.B ${escape(option.flags)}`, ...paragraphs(option.description)];
}

function paragraphs(text) {
  return text.split('\n').map(escape);
}

function escape(line) {
  const plain = line.replaceAll('\\', '\\e').replaceAll('-', '\\-');
  return /^[.']/.test(plain) ? `\\&${plain}` : plain;
}
