import { expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { stepsOfGuide, writeStep } from '../support/guide.ts';
import { temporaryFolder } from '../support/workplace.ts';

// The proofs of `rules check` take a minute; tests/machine/guide.machine.ts runs those too.
test('whoever follows the guide to a pack sees what it shows', async () => {
  const home = temporaryFolder();
  for (const step of stepsOfGuide('docs/write-your-pack.md')) {
    if (step.kind === 'file') await writeStep(home, step);
    else if (step.args[1] !== 'check') {
      const { code, stdout, stderr } = await runCli(step.args, { home });
      expect({ args: step.args, code }).toEqual({ args: step.args, code: step.code });
      for (const line of step.shows) expect(stdout + stderr, step.args.join(' ')).toContain(line);
    }
  }
}, 60_000);
