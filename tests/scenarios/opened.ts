import path from 'node:path';
import { expect } from 'vitest';
import type { MapNode } from '../../src/document/node.ts';
import { openDocument } from '../../src/document/open.ts';
import type { Pack } from '../../src/model/pack.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { ROOT, readProject } from '../support/workplace.ts';

const PACKS = path.join(ROOT, 'tests/support/packs');

/** The text of the story of tests/support. */
export const STORY = readProject('tests/support/stories/a-secret-told.yaml');

export type Change = readonly [from: string, to: string];

export async function soundPack(): Promise<Pack> {
  return loadPack('./sound', { project: PACKS, shipped: PACKS });
}

/** The story with some words replaced, each of which has to be there. */
export function storyWith(changes: readonly Change[]): string {
  return changes.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replace(from, to);
  }, STORY);
}

/** Opens a scenario whose shape has to be sound. */
export function opened(text: string, file = 'story.yaml'): MapNode {
  const { value, problems } = openDocument({ file, text, kind: 'scenario' });
  expect(problems).toEqual([]);
  if (!value) throw new Error('the scenario has no shape');
  return value;
}
