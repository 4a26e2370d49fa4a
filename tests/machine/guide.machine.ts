import { test } from 'vitest';
import { follow } from '../support/guide.ts';

test.each(['docs/write-your-pack.md', 'docs/id/tulis-paket-anda.md', 'docs/id/untuk-pekerja.md'])(
  'the built program does what %s shows, proofs included',
  (page) => follow(page, { timeout: 240_000 }),
  300_000,
);
