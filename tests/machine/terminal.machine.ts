import { expect, test } from 'vitest';
import { openTimbang } from '../support/terminal.ts';

test.each([
  { lang: 'id', width: 40 },
  { lang: 'en', width: 40 },
  { lang: 'id', width: 80 },
  { lang: 'en', width: 120 },
])('the help fits a terminal of $width columns ($lang)', async ({ lang, width }) => {
  const terminal = openTimbang(['help'], { width, height: 24, env: { TIMBANG_LANG: lang } });
  expect(await terminal.exitCode()).toBe(0);
  const lines = terminal.history().split('\n');
  expect(lines).toContain('  $ timbang now');
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
});
