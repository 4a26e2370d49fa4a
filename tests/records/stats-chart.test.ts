import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { call } from '../cli/call.ts';
import { temporaryFolder } from '../support/workplace.ts';
import { sampleRecord } from './sample.ts';

/** What is counted of so many records, in one form. */
async function counted(many: number, format: string): Promise<string> {
  const home = temporaryFolder();
  const files = Array.from({ length: many }, (_, at) => {
    const file = path.join(home, `${at}.json`);
    writeFileSync(file, JSON.stringify(sampleRecord()));
    return file;
  });
  for (const args of [
    ['init', '--unprotected', '--role', 'supervisor', '--recovery', path.join(home, 'recovery.txt')],
    ['add', ...files],
  ])
    expect(await call(['record', ...args], { cwd: home })).toMatchObject({ code: 0 });
  const { stdout } = await call(['record', 'stats', '--format', format, '--lang', 'en'], { cwd: home });
  return stdout;
}

test('counts are a chart whose words say the same', async () => {
  const page = await counted(6, 'html');
  expect(page).toContain('<span class="label">6:</span> waits for a review');
  expect(page).toContain('<div class="bar" aria-hidden="true"><div style="width:100%"></div></div>');
  expect(await counted(6, 'csv')).toContain('states,pending,6\r\n');
});

test('few are neither told nor drawn', async () => {
  const page = await counted(4, 'html');
  expect(page).not.toContain('class="bar"');
  expect(page).not.toContain('>4:<');
});
