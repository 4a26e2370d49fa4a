import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPack } from '../../src/pack/load-pack.ts';
import { InputError } from '../../src/problems/input-error.ts';
import { blocksOfPage, writePack } from './format-page.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timbang-page-'));
  const blocks = await blocksOfPage();
  await writePack(
    join(folder, 'example'),
    blocks.filter(({ kind }) => kind === 'file'),
  );
  const header = `schema: timbang.pack/1
id: agency
version: 1.0.0
title:
  id: Lembaga
  en: Agency
languages: [id, en]
jurisdiction: ID
place:
  id: Indonesia
  en: Indonesia
licence: CC-BY-4.0
reviewed: not-yet
extends: ../example
`;
  await writePack(join(folder, 'agency'), [
    { name: 'pack.yaml', text: header },
    ...blocks.filter(({ kind }) => kind === 'overlay'),
  ]);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function load(ref: string) {
  try {
    return await loadPack(ref, { project: folder, shipped: join(folder, 'none') });
  } catch (error) {
    throw error instanceof InputError ? new Error(JSON.stringify(error.problems, null, 1)) : error;
  }
}

test('the blocks of the page are a pack that loads', async () => {
  const pack = await load('./example');
  expect([...pack.actions.keys()]).toContain('agree-on-a-signal');
  expect([...pack.rules.keys()]).toEqual([
    'never-falsify',
    'keep-a-record',
    'keep-what-was-entrusted/report-violence-at-home',
    'keep-what-was-entrusted/tell-the-family',
    'ask-before-telling',
    'protect-from-violence',
    'plan-for-safety/make-a-safety-plan',
    'plan-for-safety/get-help-from-outside',
    'leave-it-where-nothing-threatens',
    'tell-the-client-before-acting',
    'at-least-plan-for-safety',
  ]);
});

test('the overlay of the page loads, and what it changed stays visible', async () => {
  const pack = await load('./agency');
  expect(pack.chain.map(({ id }) => id)).toEqual(['agency', 'example']);
  expect(pack.changes.map(({ section, id, how }) => `${how} ${section} ${id}`)).toEqual([
    'switched-off notes not-a-duty-to-call-the-police',
    'replaced actions tell-the-family',
  ]);
  expect(pack.notes.size).toBe(0);
  expect(pack.actions.get('tell-the-family' as never)?.text.en).toBe('Tell the family whom the client names');
});
