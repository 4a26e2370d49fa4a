import { expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { stepsOfGuide, writeStep } from '../support/guide.ts';
import { temporaryFolder } from '../support/workplace.ts';

test('the built program does what the guide to a pack shows, proofs included', async () => {
  const home = temporaryFolder();
  for (const step of stepsOfGuide('docs/write-your-pack.md')) {
    if (step.kind === 'file') await writeStep(home, step);
    else {
      const { code, stdout, stderr } = await runCli(step.args, { home, timeout: 240_000 });
      expect({ args: step.args, code }).toEqual({ args: step.args, code: step.code });
      for (const line of step.shows) expect(stdout + stderr, step.args.join(' ')).toContain(line);
    }
  }
}, 300_000);
