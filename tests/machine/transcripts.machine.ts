import { test } from 'vitest';
import { filesBelow } from '../support/sources.ts';
import { play } from '../support/transcript.ts';
import { readProject } from '../support/workplace.ts';

test.each(filesBelow('tests/e2e', '.transcript'))('%s', async (file) => {
  await play(readProject(file));
});
