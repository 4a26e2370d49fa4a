import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { freshEnvironment, ROOT, temporaryFolder } from '../support/workplace.ts';

/** A language that nobody speaks: every text of the program and of the packs stands between these two. */
const LANG = 'qps';
const [OPEN, CLOSE] = ['⟦', '⟧'];

const COMMANDS: readonly (readonly string[])[] = [
  ['now'],
  ['assess', 'docs/examples/case.yaml'],
  ['assess', 'docs/examples/case.yaml', '--format', 'md'],
  ['explain', 'docs/examples/case.yaml'],
  ['whatif', 'docs/examples/case.yaml', '--set', 'able-to-decide=yes'],
  ['--help'],
  ['assess', '--help'],
  ['walk', '--no-input', '--plain', '--answers', 'docs/examples/case.yaml'],
  ['rules', 'show', 'priorities'],
  ['scenario', 'test', 'rules/base/scenarios'],
  ['drafts', 'list'],
  ['config', 'explain'],
  ['config', 'paths'],
  ['asess'],
  ['assess', 'nowhere.yaml'],
  ['help', 'exit-codes'],
  ['help', 'privacy'],
  ['help', 'E301'],
];

/** What stays as it is in every language: ids, options, file names, numbers, codes, commands and what they take. */
const UNTRANSLATED =
  /[a-z0-9]+(?:[-.#/][A-Za-z0-9()§.]+)+|--?[a-z-]+|<[^>]+>|^ *\$ .*$|\b[A-Z]\d{3}\b|\bP\d*T?\d+[A-Z]\b|\S*\/\S*|timbang\S*|^ {2}[a-z]+(?:, [a-z]+)? *$|assess (?= *\[)/gm;

/** The program built with one folder of messages more, and packs that speak it too. */
function programWithLanguage(): string {
  const folder = temporaryFolder();
  for (const part of ['src', 'scripts', 'rules', 'schemas', 'bin', 'docs', 'package.json', 'tsconfig.json'])
    cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  const [from, to] = ['en', LANG].map((lang) => path.join(folder, 'src', 'text', 'messages', lang)) as [
    string,
    string,
  ];
  mkdirSync(to);
  for (const file of readdirSync(from)) {
    const texts = JSON.parse(readFileSync(path.join(from, file), 'utf8')) as Record<string, string>;
    const marked = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, mark(text)]));
    writeFileSync(path.join(to, file), JSON.stringify(marked));
  }
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: folder });
  const packs = path.join(folder, 'dist', 'packs');
  for (const file of readdirSync(packs)) {
    const text = readFileSync(path.join(packs, file), 'utf8');
    writeFileSync(path.join(packs, file), JSON.stringify(JSON.parse(text, speak)));
  }
  return folder;
}

function mark(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : `${OPEN}${line}${CLOSE}`))
    .join('\n');
}

function speak(key: string, value: unknown): unknown {
  if (key === 'languages') return ['id', 'en', LANG];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { id, en, ...others } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof en !== 'string' || Object.keys(others).length > 0) return value;
  return { id, en, [LANG]: mark(en) };
}

/** Words that stand outside of the marks, by line of what was printed. */
function unmarked(printed: string): readonly string[] {
  let rest = printed;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, (inside) => inside.replace(/[^\n]/g, ' '));
  }
  return rest
    .replace(UNTRANSLATED, ' ')
    .split('\n')
    .filter((line) => /\p{L}{3,}/u.test(line))
    .map((line) => line.trim());
}

test('a language is added by dropping its messages in, and no text of the program is left behind', () => {
  const folder = programWithLanguage();
  const home = temporaryFolder();
  const found = COMMANDS.map((args) => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['bin/timbang.js', ...args, '--lang', LANG],
      { cwd: folder, encoding: 'utf8', env: freshEnvironment(home, { COLUMNS: '80' }) },
    );
    return {
      command: args.join(' '),
      status,
      marked: `${stdout}${stderr}`.includes(OPEN),
      left: unmarked(stdout + stderr),
    };
  });
  expect(found.filter(({ marked }) => !marked).map(({ command }) => command)).toEqual([]);
  expect(found.filter(({ left }) => left.length > 0).map(({ command, left }) => ({ command, left }))).toEqual(
    [],
  );
}, 120_000);
