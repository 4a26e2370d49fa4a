import { type Block, type Doc, entry, gap, heading, text, title } from '../../render/doc.ts';
import { json } from '../../render/json.ts';
import type { Say } from '../../text/say.ts';
import type { PackCoverage } from './pack-coverage.ts';
import { type Counted, isShort, percentOf, type StoryCoverage } from './story-coverage.ts';

/** What of a staged scenario its tests come to. */
export interface CoveredStory {
  readonly file: string;
  readonly id: string;
  readonly coverage: StoryCoverage;
}

/** What of a pack the tests of all its scenarios exercise. */
export interface CoveredPack {
  readonly pack: string;
  readonly tests: number;
  readonly coverage: PackCoverage;
  /** Percent of the rules that was asked for. */
  readonly goal?: number;
}

export interface Coverage {
  readonly stories: readonly CoveredStory[];
  readonly packs: readonly CoveredPack[];
}

const OF_STORY = ['stages', 'options', 'ends'] as const;
const OF_PACK = ['principles', 'priorities', 'rules'] as const;

/** Whether anything is reached less than was asked for. */
export function fallsShort({ stories, packs }: Coverage): boolean {
  return (
    stories.some(({ coverage }) => OF_STORY.some((part) => isShort(coverage[part]))) ||
    packs.some(({ coverage, goal }) => goal !== undefined && percentOf(coverage.rules) < goal)
  );
}

/** Tells coverage in words: how much of what is declared, what is missing, what is waived and why. */
export function coverageDoc({ stories, packs }: Coverage, say: Say): Doc {
  const blocks: Block[] = [title(say('coverage.title'))];
  for (const { id, coverage } of stories) {
    blocks.push(gap, heading(say('coverage.story', { id })));
    for (const part of OF_STORY) blocks.push(line(part, coverage[part], say));
  }
  for (const { pack, tests, coverage, goal } of packs) {
    blocks.push(gap, heading(say('coverage.pack', { pack, tests })));
    for (const part of OF_PACK) {
      const wanted = part === 'rules' && goal !== undefined ? { goal } : {};
      blocks.push(line(part, { ...coverage[part], ...wanted }, say));
    }
    if (coverage.neverApply.length > 0)
      blocks.push(
        text(
          say('coverage.never-apply', {
            count: coverage.neverApply.length,
            ids: coverage.neverApply.join(', '),
          }),
        ),
      );
  }
  return blocks;
}

function line(part: (typeof OF_STORY)[number] | (typeof OF_PACK)[number], counted: Counted, say: Say): Block {
  const { reached, of, missing, waived, goal } = counted;
  const values = { reached, of, percent: percentOf(counted) };
  return entry(say(`coverage.${part}`), say('coverage.count', values), [
    ...(isShort(counted) ? [text(say('coverage.short', { goal: goal ?? 0 }))] : []),
    ...(missing.length > 0 ? [text(say('coverage.missing', { ids: firstOf(missing, say) }))] : []),
    ...waived.map(({ id, because }) => text(say('coverage.waived', { id, because }))),
  ]);
}

/** More names than these are not read; `--json` has them all. */
const MOST_MISSING = 20;

function firstOf(ids: readonly string[], say: Say): string {
  const told = ids.slice(0, MOST_MISSING).join(', ');
  const left = ids.length - MOST_MISSING;
  return left > 0 ? say('problem.expected-more', { expected: told, count: left }) : told;
}

/** The same for programs. */
export function coverageJson({ stories, packs }: Coverage): string {
  const part = (counted: Counted) => ({ ...counted, percent: percentOf(counted) });
  const parts = <Key extends string>(keys: readonly Key[], coverage: Readonly<Record<Key, Counted>>) =>
    Object.fromEntries(keys.map((key) => [key, part(coverage[key])]));
  return json({
    schema: 'timbang.scenario-coverage/1',
    stories: stories.map(({ file, id, coverage }) => ({ file, id, ...parts(OF_STORY, coverage) })),
    packs: packs.map(({ pack, tests, coverage, goal }) => ({
      pack,
      tests,
      ...(goal !== undefined && { goal }),
      ...parts(OF_PACK, coverage),
      neverApply: coverage.neverApply,
    })),
  });
}
