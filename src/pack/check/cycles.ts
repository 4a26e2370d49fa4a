import type { Condition } from '../../model/condition.ts';
import type { Code } from '../../problems/codes.ts';
import { problemAt } from '../problem-at.ts';
import type { Section } from '../read/sections.ts';
import { factsOf } from './opposition.ts';
import { type Checked, spot } from './spot.ts';

interface Graph {
  readonly code: Code;
  readonly section: Section;
  /** Where in a piece its way to the next stands. */
  readonly path: readonly string[];
  readonly next: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reports what goes round in circles: concepts (E340), facts that wait for each other (E341), fallbacks (E342), the
 * order of acts (E343). Each circle once, shortest first found, at the piece with the first id.
 */
export function checkCycles(checked: Checked): void {
  for (const graph of graphsOf(checked)) reportCycles(checked, graph);
}

function graphsOf({ pack }: Checked): Graph[] {
  return [
    {
      code: 'E340',
      section: 'concepts',
      path: [],
      next: new Map([...pack.concepts].map(([id, { when }]) => [id, conceptsIn(when)])),
    },
    {
      code: 'E341',
      section: 'facts',
      path: ['asked-when'],
      next: new Map([...pack.facts].map(([id, { askedWhen }]) => [id, [...factsOf(pack, askedWhen)]])),
    },
    {
      code: 'E342',
      section: 'steps',
      path: ['fallback'],
      next: new Map([...pack.steps].map(([id, { fallback }]) => [id, fallback])),
    },
    {
      code: 'E343',
      section: 'actions',
      path: ['after'],
      next: new Map([...pack.actions].map(([id, { after }]) => [id, after])),
    },
  ];
}

function conceptsIn(condition: Condition): readonly string[] {
  if (condition.kind === 'concept') return [condition.concept];
  if (condition.kind === 'not') return conceptsIn(condition.of);
  return condition.kind === 'all' || condition.kind === 'any' ? condition.of.flatMap(conceptsIn) : [];
}

function reportCycles({ merged, report }: Checked, { code, section, path, next }: Graph): void {
  for (const cycle of cyclesIn(next)) {
    const [first = ''] = cycle;
    report(
      problemAt(code, spot(merged, section, [first, ...path]), {
        saw: first,
        values: { cycle: [...cycle, first].join(' > ') },
      }),
    );
  }
}

/** One shortest cycle through each set of nodes that hang together in a circle, from its least node. */
export function cyclesIn(next: ReadonlyMap<string, readonly string[]>): string[][] {
  const told = new Set<string>();
  const cycles: string[][] = [];
  for (const start of [...next.keys()].sort()) {
    if (told.has(start)) continue;
    const cycle = shortestCycle(next, start);
    if (!cycle || cycle.some((node) => told.has(node))) continue;
    for (const node of cycle) told.add(node);
    cycles.push(cycle);
  }
  return cycles;
}

function shortestCycle(next: ReadonlyMap<string, readonly string[]>, start: string): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const node of queue) {
    for (const other of next.get(node) ?? []) {
      if (other === start) return wayTo(cameFrom, start, node);
      if (cameFrom.has(other)) continue;
      cameFrom.set(other, node);
      queue.push(other);
    }
  }
  return undefined;
}

function wayTo(cameFrom: ReadonlyMap<string, string>, start: string, end: string): string[] {
  const way = [end];
  for (let node = end; node !== start; ) {
    node = cameFrom.get(node) ?? start;
    way.unshift(node);
  }
  return way;
}
