import { expect, test } from 'vitest';
import { openTimbang } from '../support/terminal.ts';

test.each(['id', 'en'])('the help opens in a real terminal and wraps within it (%s)', async (lang) => {
  const terminal = openTimbang(['help'], { width: 80, height: 60, env: { TIMBANG_LANG: lang } });
  expect(await terminal.exitCode()).toBe(0);
  expect(terminal.screen()).toContain('$ timbang help');
  for (const line of terminal.history().split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});
