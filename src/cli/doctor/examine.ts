import { access, constants, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { InputError } from '../../problems/input-error.ts';
import type { Problem } from '../../problems/problem.ts';
import { hasBegun } from '../../text/months.ts';
import { loadPackOf } from '../packs.ts';
import type { Shell } from '../shell.ts';
import { VERSION } from '../version.ts';
import type { Finding } from './finding.ts';

/** The oldest Node that the program is tried on. */
const OLDEST_NODE = [20, 19] as const;
/** Cells below which lists are hard to read. */
const NARROW = 40;

/** Looks at the program, the terminal, the settings, the pack in force and the folders. It changes nothing. */
export async function examine(shell: Shell, problems: readonly Problem[]): Promise<Finding[]> {
  return [
    ...ofProgram(shell),
    ...ofTerminal(shell),
    ...ofSettings(shell, problems),
    ...(await ofPack(shell)),
    ...(await ofDrafts(shell)),
  ];
}

function ofProgram({ host }: Shell): Finding[] {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const old = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  return [
    {
      id: 'program',
      state: 'ok',
      key: 'doctor.program',
      values: { version: VERSION, platform: `${host.platform} ${process.arch}` },
    },
    {
      id: 'node',
      state: old ? 'wrong' : 'ok',
      key: old ? 'doctor.node.old' : 'doctor.node',
      values: { version: process.versions.node, oldest: OLDEST_NODE.join('.') },
    },
  ];
}

function ofTerminal(shell: Shell): Finding[] {
  const { host } = shell;
  const asks = host.stdin.isTTY && host.stderr.isTTY;
  const width = shell.width('stderr');
  const locale = host.env['LC_ALL'] || host.env['LC_CTYPE'] || host.env['LANG'] || '';
  const wide = /utf-?8/i.test(locale) || host.platform === 'win32' || host.platform === 'darwin';
  return [
    { id: 'terminal', state: asks ? 'ok' : 'look', key: asks ? 'doctor.terminal' : 'doctor.terminal.none' },
    {
      id: 'width',
      state: width < NARROW ? 'look' : 'ok',
      key: width < NARROW ? 'doctor.width.narrow' : 'doctor.width',
      values: { width },
    },
    {
      id: 'letters',
      state: wide ? 'ok' : 'look',
      key: wide ? 'doctor.letters' : 'doctor.letters.narrow',
      values: { locale: locale === '' ? '-' : locale },
    },
    {
      id: 'way',
      state: 'ok',
      key: shell.plain ? 'doctor.plain' : shell.colour('stderr') > 0 ? 'doctor.colour' : 'doctor.no-colour',
    },
  ];
}

function ofSettings({ settings, lang, say }: Shell, problems: readonly Problem[]): Finding[] {
  const from = settings.find(({ key }) => key === 'lang')?.from ?? 'default';
  const spoken: Finding = {
    id: 'lang',
    state: 'ok',
    key: 'doctor.lang',
    values: { lang, from: say(`cli.config.from.${from}`) },
  };
  const wrong = problems.map(
    ({ code, place }): Finding => ({
      id: 'settings',
      state: 'wrong',
      key: 'doctor.settings.wrong',
      values: { code, where: place ? `${place.file}:${place.line}` : '-' },
    }),
  );
  return [
    spoken,
    ...(wrong.length > 0 ? wrong : [{ id: 'settings', state: 'ok', key: 'doctor.settings' } as const]),
  ];
}

async function ofPack(shell: Shell): Promise<Finding[]> {
  try {
    const { id, version, digest, contacts } = await loadPackOf(shell);
    const today = shell.today();
    const old = [...contacts.values()].filter(({ checkAgain }) => hasBegun(checkAgain, today)).length;
    return [
      { id: 'pack', state: 'ok', key: 'doctor.pack', values: { id, version, digest: digest.slice(0, 19) } },
      {
        id: 'contacts',
        state: old > 0 ? 'look' : 'ok',
        key: old > 0 ? 'doctor.contacts.old' : 'doctor.contacts',
        values: { count: contacts.size, old },
      },
    ];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [first] = error.problems;
    return [
      {
        id: 'pack',
        state: 'wrong',
        key: 'doctor.pack.wrong',
        values: { ref: shell.pack.ref, code: first?.code ?? '', count: error.problems.length },
      },
    ];
  }
}

async function ofDrafts({ places, host }: Shell): Promise<Finding[]> {
  const folder = places.drafts;
  if (folder === undefined) return [{ id: 'drafts', state: 'look', key: 'doctor.drafts.no-home' }];
  const files = await readdir(folder).catch(() => undefined);
  if (files === undefined) {
    const writable = await canWrite(folder);
    return [
      {
        id: 'drafts',
        state: writable ? 'ok' : 'wrong',
        key: writable ? 'doctor.drafts.none-yet' : 'doctor.drafts.no-place',
        values: { folder },
      },
    ];
  }
  const open = await Promise.all(
    [folder, ...files.map((file) => path.join(folder, file))].map(isOpenToOthers),
  );
  const bare = host.platform !== 'win32' && open.some(Boolean);
  return [
    {
      id: 'drafts',
      state: bare ? 'wrong' : 'ok',
      key: bare ? 'doctor.drafts.open' : 'doctor.drafts',
      values: { folder, count: files.filter((file) => file.endsWith('.jsonl')).length },
    },
  ];
}

/** Whether the nearest folder that is there takes new ones. */
async function canWrite(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch (error) {
    const above = path.dirname(folder);
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && above !== folder && canWrite(above);
  }
}

async function isOpenToOthers(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && (found.mode & 0o077) !== 0;
}
