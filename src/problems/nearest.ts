/**
 * Finds the word that was most likely meant: the nearest of `expected` by edits (insert, delete, replace, swap of
 * neighbours), or `undefined` when none is near enough (a third of the longer word, at least one edit).
 */
export function nearestOf(saw: string, expected: readonly string[]): string | undefined {
  const word = saw.toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of expected) {
    const edits = editsBetween(word, candidate.toLowerCase());
    const most = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
    if (edits <= most && edits < least) {
      best = candidate;
      least = edits;
    }
  }
  return best;
}

/** Optimal string alignment; rows of the table are kept two back for swaps. */
function editsBetween(from: string, to: string): number {
  // Long words are no typing slips, and the table grows with both lengths.
  if (from.length > 80 || to.length > 80) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let edits = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        edits = Math.min(edits, (before[column - 2] ?? 0) + 1);
      }
      current.push(edits);
    }
    before = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
