import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { filesBelow } from '../support/sources.ts';
import { readProject } from '../support/workplace.ts';

interface Rule {
  readonly name: string;
  readonly comment: string;
}

const PAGE = 'docs/architecture.md';
const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  readonly forbidden: readonly Rule[];
};

/** The table of rooms on the page: room → the rooms that it may import, sorted. */
function roomsOnPage(): Map<string, string> {
  const rows = [...readProject(PAGE).matchAll(/^\| `(\w+)` \|[^|]*\| ([^|]*) \|$/gm)];
  return new Map(
    rows.map(([, room = '', may = '']) => [
      room,
      may === '–' ? 'nothing' : may.split(' ').toSorted().join(', '),
    ]),
  );
}

test('the table of rooms on the page is the one that is checked', () => {
  const checked = forbidden
    .filter(({ name, comment }) => name.startsWith('room-') && comment.includes(' may import: '))
    .map(({ name, comment }) => {
      const may = comment.split(' may import: ')[1]?.split(', ').toSorted().join(', ') ?? '';
      return [name.replace('room-', ''), may] as const;
    });
  expect(roomsOnPage()).toEqual(new Map([...checked, ['cli', 'all']]));
});

test('every room on the page is there, and no other', () => {
  const there = new Set(filesBelow('src', '.ts').map((file) => file.split('/')[1] ?? ''));
  expect([...roomsOnPage().keys()].toSorted()).toEqual([...there].toSorted());
});

test('every file that the page names is there', () => {
  const named =
    readProject(PAGE).match(/`(?:src|bin|docs|scripts|tests)\/[\w./-]+\.(?:ts|js|mjs|md)`/g) ?? [];
  const all = ['src', 'bin', 'docs', 'scripts', 'tests'].flatMap((folder) => filesBelow(folder, ''));
  expect(named.map((name) => name.slice(1, -1)).filter((name) => !all.includes(name))).toEqual([]);
});
