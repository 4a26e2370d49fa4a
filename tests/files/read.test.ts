import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LARGEST, readTextFile, readTextStream } from '../../src/files/read.ts';
import { temporaryFolder } from '../support/workplace.ts';
import { problemOf } from './problem-of.ts';

function fileWith(bytes: Uint8Array | string): string {
  const file = path.join(temporaryFolder(), 'case.yaml');
  writeFileSync(file, bytes);
  return file;
}

async function* chunks(...parts: (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* parts;
}

describe('a text file', () => {
  test.each([
    { name: 'is read as UTF-8', bytes: 'judul: “déjà vu” 😀\n', text: 'judul: “déjà vu” 😀\n' },
    { name: 'may be empty', bytes: '', text: '' },
    { name: 'keeps its byte order mark', bytes: '\uFEFFa: 1\n', text: '\uFEFFa: 1\n' },
    { name: 'keeps its ends of lines', bytes: 'a: 1\r\nb: 2\r\n', text: 'a: 1\r\nb: 2\r\n' },
  ])('$name', async ({ bytes, text }) => {
    expect(await readTextFile(fileWith(bytes))).toBe(text);
  });

  test('of the greatest length is read whole', async () => {
    expect(await readTextFile(fileWith('x'.repeat(LARGEST)))).toHaveLength(LARGEST);
  });
});

describe('what is refused', () => {
  test('a file that is missing', async () => {
    const file = path.join(temporaryFolder(), 'none.yaml');
    expect(await problemOf(readTextFile(file))).toEqual({ code: 'E701', saw: file });
  });

  test('a file below another file', async () => {
    const file = path.join(fileWith('a: 1'), 'inside.yaml');
    expect(await problemOf(readTextFile(file))).toEqual({ code: 'E701', saw: file });
  });

  test('a name that the system does not take', async () => {
    const file = path.join(temporaryFolder(), 'x'.repeat(300));
    expect(await problemOf(readTextFile(file))).toEqual({
      code: 'E702',
      saw: file,
      values: { reason: 'ENAMETOOLONG' },
    });
  });

  test('a folder', async () => {
    const folder = path.join(temporaryFolder(), 'pack');
    mkdirSync(folder);
    expect(await problemOf(readTextFile(folder))).toEqual({ code: 'E703', saw: folder });
  });

  test('a file that is one byte too long', async () => {
    const file = fileWith('x'.repeat(LARGEST + 1));
    expect(await problemOf(readTextFile(file))).toEqual({ code: 'E704', saw: file, values: { limit: 2 } });
  });

  test.each([
    { name: 'Latin-1', bytes: Buffer.from('d\u00e9j\u00e0', 'latin1') },
    { name: 'UTF-16', bytes: Buffer.from('a: 1', 'utf16le') },
    { name: 'a picture', bytes: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') },
    { name: 'a letter that is cut off', bytes: Buffer.from([0x61, 0xc3]) },
  ])('bytes that are no UTF-8 text: $name', async ({ bytes }) => {
    const file = fileWith(bytes);
    expect(await problemOf(readTextFile(file))).toEqual({ code: 'E705', saw: file });
  });
});

describe('standard input', () => {
  test('is read, also where a letter is cut in two', async () => {
    const bytes = Buffer.from('é');
    expect(await readTextStream(chunks('a: ', bytes.subarray(0, 1), bytes.subarray(1)))).toBe('a: é');
  });

  test('is read no further than a file may be long', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<string> {
      while (true) {
        given += 1;
        yield 'x'.repeat(LARGEST / 4);
      }
    }
    expect(await problemOf(readTextStream(endless()))).toMatchObject({ code: 'E704', saw: '-' });
    expect(given).toBe(5);
  });
});
