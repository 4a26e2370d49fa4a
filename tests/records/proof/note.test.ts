import { describe, expect, test } from 'vitest';
import { isSigned, newSigningKey, signingKeyOf } from '../../../src/records/keys/signing.ts';
import { checkpointIn, checkpointText } from '../../../src/records/proof/checkpoint.ts';
import { keyHashOf, readNote, writeNote } from '../../../src/records/proof/note.ts';

const PETER = Buffer.from(
  'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'.slice(22),
  'base64',
);

describe('a signed note', () => {
  // The example of the Go package golang.org/x/mod/sumdb/note, which C2SP signed-note describes.
  const text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const signature =
    'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=';
  const written = `${text}\n\u2014 PeterNeumann ${signature}\n`;

  test('of another program is read, and its signature holds', () => {
    const note = readNote(written);
    const [line] = note?.signatures ?? [];
    const publicKey = PETER.subarray(1);
    expect(note?.text).toBe(text);
    expect(line?.keyHash.toString('hex')).toBe('c74f20a3');
    expect(keyHashOf('PeterNeumann', publicKey).toString('hex')).toBe('c74f20a3');
    expect(isSigned(Buffer.from(text), line?.signature ?? Buffer.alloc(0), publicKey)).toBe(true);
  });

  test('is written as it was read', () => {
    const note = readNote(written);
    expect(note && writeNote(note)).toBe(written);
  });

  test.each([
    { name: 'no empty line', broken: written.replace('\n\n', '\n') },
    { name: 'no line break at the end', broken: written.slice(0, -1) },
    { name: 'another dash', broken: written.replace('\u2014', '-') },
    { name: 'a signature cut short', broken: written.replace('JnAM=', 'Jn') },
    { name: 'a control character', broken: written.replace('answer', 'ans\u0007wer') },
    { name: 'a line after the signatures', broken: `${written}more\n` },
    { name: 'nothing', broken: '' },
  ])('with $name is none', ({ broken }) => expect(readNote(broken)).toBeUndefined());
});

describe('a checkpoint', () => {
  const head = { origin: 'timbang.local/7Q2M', size: 12, root: Buffer.alloc(32, 7) };

  test('is read as it was written', () => expect(checkpointIn(checkpointText(head))).toEqual(head));

  test('may say more, which is not read', () => {
    expect(checkpointIn(`${checkpointText(head)}more\n`)).toEqual(head);
  });

  test.each([
    '',
    'origin\n',
    'origin\n012\nAAAA\n',
    `\n12\n${head.root.toString('base64')}\n`,
    'o\n1e3\nAAAA\n',
  ])('%j is none', (text) => expect(checkpointIn(text)).toBeUndefined());
});

describe('a signing key', () => {
  test('is the same one again from its seed', () => {
    const key = newSigningKey();
    expect(signingKeyOf(key.secret).publicKey).toEqual(key.publicKey);
    expect(isSigned(Buffer.from('a'), key.sign(Buffer.from('a')), key.publicKey)).toBe(true);
    expect(isSigned(Buffer.from('b'), key.sign(Buffer.from('a')), key.publicKey)).toBe(false);
  });

  test.each([0, 31, 33])('of %i bytes has signed nothing', (length) => {
    expect(isSigned(Buffer.from('a'), Buffer.alloc(64), Buffer.alloc(length))).toBe(false);
  });
});
