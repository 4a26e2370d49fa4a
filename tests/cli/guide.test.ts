import { expect, test } from 'vitest';
import { follow, stepsOfGuide } from '../support/guide.ts';

const [PACK, PAKET] = ['docs/write-your-pack.md', 'docs/id/tulis-paket-anda.md'];

// The proofs of `rules check` take a minute; tests/machine/guide.machine.ts runs those too, and the guide in Indonesian.
test('whoever follows the guide to a pack sees what it shows', async () => {
  await follow(PACK, { leaves: ([, verb]) => verb === 'check' });
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

test.each(['docs/for-workers.md', 'docs/id/untuk-pekerja.md'])(
  'a worker who follows %s sees what it shows',
  (page) => follow(page),
  30_000,
);
