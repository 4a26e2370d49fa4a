import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundledFile } from '../../scripts/bundled.mjs';
import type { Report } from './hostile-child.ts';
import { PAYLOADS } from './payloads.ts';

/*
 * A child process opens everything: such a text can end a process in a way that no try and no thread holds. The second
 * run calls from deep in the stack, where the parser by itself falls over sooner.
 */
const RUNS = [
  { kind: 'case', frames: 0 },
  { kind: 'pack-file', frames: 3000 },
];

let folder: string;
let child: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'timbang-test-'));
  child = await bundledFile('tests/document/hostile-child.ts', folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function open(kind: string, frames: number): Promise<{ code: number | null; reports: readonly Report[] }> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, kind, String(frames)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    running.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    running.on('error', reject);
    running.on('close', (code) => {
      const lines = Buffer.concat(chunks).toString('utf8').split('\n').filter(Boolean);
      resolve({ code, reports: lines.map((line) => JSON.parse(line) as Report) });
    });
  });
}

describe.each(RUNS)('opened as a $kind, $frames calls deep', ({ kind, frames }) => {
  const found = new Map<string, Report>();
  let ended: number | null | undefined;

  beforeAll(async () => {
    const { code, reports } = await open(kind, frames);
    ended = code;
    for (const report of reports) found.set(report.name, report);
  }, 120_000);

  test.each(PAYLOADS)('$name: refused in time', ({ name }) => {
    const report = found.get(name);
    expect(report?.codes, `it threw ${report?.thrown}, or was never come back from`).not.toHaveLength(0);
    expect(report?.milliseconds).toBeLessThan(3000);
    expect(report?.polluted).toBe(false);
  });

  test('the process lives on to its end', () => {
    expect(ended).toBe(0);
  });
});
