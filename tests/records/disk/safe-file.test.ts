import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  constants,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/problems/input-error.ts';
import { lockStore } from '../../../src/records/disk/lock.ts';
import {
  openSafe,
  privateFolder,
  readSafe,
  replaceFile,
  writeNew,
} from '../../../src/records/disk/safe-file.ts';
import { sharedBy } from '../../../src/records/disk/shared-folder.ts';
import { addRecord } from '../../../src/records/store/write-record.ts';
import { temporaryFolder } from '../../support/workplace.ts';
import { sampleRecord, testStore } from '../sample.ts';

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.problems[0]?.code;
    throw error;
  }
}

async function codeOfLate(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.problems[0]?.code;
    throw error;
  }
}

const mode = (file: string) => (statSync(file).mode & 0o777).toString(8);

describe('a file of the store', () => {
  test.each([
    { name: 'a link', make: (file: string, other: string) => symlinkSync(other, file) },
    { name: 'a link to nothing', make: (file: string, other: string) => symlinkSync(`${other}-gone`, file) },
    { name: 'a pipe', make: (file: string) => execFileSync('mkfifo', [file]) },
    { name: 'a folder', make: (file: string) => mkdirSync(file) },
    { name: 'a second name of another file', make: (file: string, other: string) => linkSync(other, file) },
    { name: 'open to others', make: (file: string) => (writeFileSync(file, 'x'), chmodSync(file, 0o666)) },
  ])('that is $name is refused', ({ make }) => {
    const folder = temporaryFolder();
    const [file, other] = [path.join(folder, 'file'), path.join(folder, 'other')];
    writeFileSync(other, 'victim', { mode: 0o600 });
    make(file, other);
    expect(codeOf(() => readSafe(file))).toBe('E615');
    expect(readFileSync(other, 'utf8')).toBe('victim');
  });

  test('that somebody else owns is refused', () => {
    // Of the files that everybody has, these belong to the system.
    const file = process.getuid?.() === 0 ? undefined : '/etc/hostname';
    if (file === undefined) {
      const own = path.join(temporaryFolder(), 'own');
      writeFileSync(own, 'x', { mode: 0o600 });
      execFileSync('chown', ['65534', own]);
      expect(codeOf(() => readSafe(own))).toBe('E615');
    } else expect(codeOf(() => readSafe(file))).toBe('E615');
  });

  test('that is not there is nothing', () => {
    expect(readSafe(path.join(temporaryFolder(), 'none'))).toBeUndefined();
    expect(openSafe(path.join(temporaryFolder(), 'none', 'more'), constants.O_RDONLY)).toBeUndefined();
  });

  test('is written for its owner alone, whatever the process gives away', () => {
    const folder = temporaryFolder();
    writeNew(path.join(folder, 'new'), Buffer.from('a'));
    replaceFile(path.join(folder, 'new'), Buffer.from('b'));
    expect([mode(path.join(folder, 'new')), readdirSync(folder)]).toEqual(['600', ['new']]);
    expect(codeOf(() => writeNew(path.join(folder, 'new'), Buffer.from('c')))).toBe('E609');
    expect(readFileSync(path.join(folder, 'new'), 'utf8')).toBe('b');
    expect(codeOf(() => replaceFile(path.join(folder, 'none', 'file'), Buffer.from('c')))).toBe('E609');
  });

  test('does not take the place of what a link leads to', () => {
    const folder = temporaryFolder();
    const [file, other] = [path.join(folder, 'file'), path.join(folder, 'other')];
    writeFileSync(other, 'victim');
    symlinkSync(other, file);
    replaceFile(file, Buffer.from('mine'));
    expect([readFileSync(other, 'utf8'), readFileSync(file, 'utf8')]).toEqual(['victim', 'mine']);
  });
});

describe('a folder of the store', () => {
  test('is made for its owner alone', () => {
    const folder = path.join(temporaryFolder(), 'a', 'b');
    privateFolder(folder);
    expect(mode(folder)).toBe('700');
  });

  test('that is open to others, or a link, is refused', () => {
    const base = temporaryFolder();
    const [open, link] = [path.join(base, 'open'), path.join(base, 'link')];
    mkdirSync(open);
    chmodSync(open, 0o755);
    symlinkSync(base, link);
    expect(codeOf(() => privateFolder(open))).toBe('E615');
    expect(codeOf(() => privateFolder(link))).toBe('E615');
    writeFileSync(path.join(base, 'file'), '');
    expect(codeOf(() => privateFolder(path.join(base, 'file', 'below')))).toBe('E631');
  });
});

describe('a folder that several machines write to', () => {
  test.each(['OneDrive - Agency', 'Dropbox', 'Google Drive', 'Nextcloud', 'iCloud Drive'])('%s', (name) => {
    expect(sharedBy(path.join(temporaryFolder(), name, 'records'))).toBe('sync');
  });

  test('that a sync client has marked is found', () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, '.stfolder'));
    expect(sharedBy(path.join(folder, 'deep', 'records'))).toBe('sync');
  });

  test('of the network is found by its name on Windows', () => {
    expect(sharedBy(temporaryFolder())).toBeUndefined();
  });

  test('gets no store', async () => {
    expect(await codeOfLate(testStore({ folder: path.join(temporaryFolder(), 'Dropbox', 'records') }))).toBe(
      'E616',
    );
  });
});

describe('the lock', () => {
  test('keeps others out until it is released', async () => {
    const { folder } = await testStore();
    const first = await lockStore(folder);
    let released = false;
    const second = lockStore(folder).then((lock) => {
      expect(released).toBe(true);
      return lock;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    released = true;
    await first.release();
    await (await second).release();
    expect(readdirSync(folder)).not.toContain('lock');
  });

  test('left behind from a time when the clock was ahead does not hold for ever', async () => {
    const { folder } = await testStore();
    const lock = path.join(folder, 'lock');
    mkdirSync(lock);
    utimesSync(lock, new Date('2099-01-01'), new Date('2099-01-01'));
    const waiting = lockStore(folder);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(statSync(lock).mtimeMs).toBeLessThan(Date.now() + 1000);
    utimesSync(lock, new Date(0), new Date(0));
    await (await waiting).release();
  });

  test('whose name something else has is refused', async () => {
    const { folder, open } = await testStore();
    const store = await open();
    symlinkSync(temporaryFolder(), path.join(folder, 'lock'));
    expect(await codeOfLate(addRecord(store, sampleRecord()))).toBe('E615');
  });

  test('that was lost keeps everything as it was', async () => {
    const { open, folder } = await testStore();
    const store = await open();
    const other = await open();
    await addRecord(other, sampleRecord());
    const { appendEntry, sealed } = await import('../../../src/records/journal/append.ts');
    const entry = sealed(store.journal, { kind: 'viewed' }, { identity: store.identity, at: new Date() });
    const before = readFileSync(path.join(folder, 'journal.jsonl'), 'utf8');
    const lock = { lost: () => false, release: () => Promise.resolve() };
    expect(codeOf(() => appendEntry(store.journal, entry, lock))).toBe('E611');
    expect(codeOf(() => appendEntry(other.journal, entry, { ...lock, lost: () => true }))).toBe('E611');
    expect(readFileSync(path.join(folder, 'journal.jsonl'), 'utf8')).toBe(before);
  });
});
