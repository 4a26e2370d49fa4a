import { expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { stepsOfGuide, writeStep } from '../support/guide.ts';
import { temporaryFolder } from '../support/workplace.ts';

test.each(['docs/for-workers.md', 'docs/id/untuk-pekerja.md'])(
  'a worker who follows %s sees what it shows',
  async (page) => {
    const home = temporaryFolder();
    for (const step of stepsOfGuide(page)) {
      if (step.kind === 'file') {
        await writeStep(home, step);
        continue;
      }
      const { code, stdout, stderr } = await runCli(step.args, { home });
      expect({ args: step.args, code }).toEqual({ args: step.args, code: step.code });
      for (const line of step.shows) expect(stdout + stderr, step.args.join(' ')).toContain(line);
    }
  },
  30_000,
);
