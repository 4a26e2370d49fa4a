import type { Table } from '../render/doc.ts';

/** Part of the width of a table that the text of one cell takes at most before it is wrapped. */
const MOST = 0.4;

/**
 * How wide each column of a table is: wide enough for its longest word, so that ids and days stay whole, and what is left
 * over by what stands in the column. Together they are as wide as there is room.
 *
 * @param measure how wide a text is with the room around it, in the unit of `room`
 */
export function columnWidths(
  { head, rows }: Table,
  room: number,
  measure: (text: string) => number,
): number[] {
  const columns = head.map((word, at) => [word, ...rows.map((row) => row[at] ?? '')]);
  const widest = (texts: readonly string[]): number => Math.max(...texts.map(measure));
  const words = columns.map((cells) => widest(cells.flatMap((cell) => cell.split(' '))));
  const wishes = columns.map((cells, at) => Math.max(words[at] ?? 0, Math.min(widest(cells), MOST * room)));
  const [least, most] = [sum(words), sum(wishes)];
  const part = most <= room ? 1 : Math.max(0, room - least) / (most - least);
  const widths = wishes.map((wish, at) => (words[at] ?? 0) + part * (wish - (words[at] ?? 0)));
  return widths.map((width) => (room * width) / sum(widths));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
