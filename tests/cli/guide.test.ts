import { expect, test } from 'vitest';
import { follow, stepsOfGuide } from '../support/guide.ts';

const [PACK, PAKET] = ['docs/write-your-pack.md', 'docs/id/tulis-paket-anda.md'];

// tests/machine/guide.machine.ts follows every guide to its end; proofs and pages take too long for here.
test('whoever follows the guide to a pack sees what it shows', async () => {
  await follow(PACK, { leaves: ([, verb]) => verb === 'check' || verb === 'docs' });
}, 60_000);

test('the guide in Indonesian writes the same files and runs the same commands', () => {
  const steps = (page: string): unknown[] =>
    stepsOfGuide(page).map((step) =>
      step.kind === 'file'
        ? step
        : { ...step, shows: undefined, args: step.args.filter((arg) => !/^(id|en)$/.test(arg)) },
    );
  expect(steps(PAKET)).toEqual(steps(PACK));
});

test('a worker who follows the guide sees what it shows', async () => {
  await follow('docs/for-workers.md');
}, 30_000);
