import { expect, test } from 'vitest';
import { diagramsWithin } from '../../src/engine/diagram.ts';

/** Counts how many of some yes-or-no questions are answered yes: a walk that takes a step for each part it meets. */
function counting(diagrams: ReturnType<typeof diagramsWithin>, levels: number): number {
  const [no, yes] = [diagrams.end(0), diagrams.end(1)];
  const parts = Array.from({ length: levels }, (_, level) => diagrams.ask(level, [no, yes]));
  return diagrams.apply(parts, (ends) => diagrams.end(ends.filter((end) => end === yes).length));
}

test('work past its budget comes back as undefined, and smaller work goes on', () => {
  const diagrams = diagramsWithin(200);
  expect(diagrams.within(() => counting(diagrams, 12))).toBeUndefined();
  expect(diagrams.within(() => counting(diagrams, 4))).toBeDefined();
});

test('work inside other work leaves the budget of the other one as it was', () => {
  const diagrams = diagramsWithin(200);
  const both = diagrams.within(() => {
    diagrams.within(() => counting(diagrams, 4));
    return counting(diagrams, 12);
  });
  expect(both).toBeUndefined();
});
