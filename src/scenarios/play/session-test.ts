import { get, type MapNode } from '../../document/node.ts';
import type { Pack } from '../../model/pack.ts';
import type { Scenario } from '../../model/scenario.ts';
import { caseOf } from '../../pack/case/case-of.ts';
import { given } from '../../pack/problem-at.ts';
import type { Problem } from '../../problems/problem.ts';
import { fold, pathOf, wayOf } from './fold.ts';
import { sessionOf } from './session-file.ts';
import type { Story } from './story.ts';

export interface SessionToTest {
  /** The session, its shape checked, and its file as the user named it. */
  readonly session: MapNode;
  readonly file: string;
  /** The scenario that was played. */
  readonly root: MapNode;
  readonly story: Story;
  readonly pack: Pack;
  readonly report: (problem: Problem) => void;
}

/**
 * Reads a session as a test: its path is still there, and leads to the end that was reached.
 *
 * E508 to E510, at the path of the session: it names what the scenario no longer has.
 */
export function sessionTest({ session, file, root, story, pack, report }: SessionToTest): Scenario {
  const { id, end, events, path } = sessionOf(session);
  const { line, column } = (get(session, 'path') ?? session).place;
  const place = { file, line, column };
  const ended = get(session, 'end');
  const way = Object.entries(path).map(([stage, option]) => `${stage}=${option}`);
  const answers = fold(story, events).answers;
  const reached = wayOf(story, answers).end ?? Object.keys(pathOf(story, answers)).at(-1);
  return {
    file,
    id,
    tests: [
      {
        name: `${story.id} ${id}`,
        place,
        dilemma: caseOf(root, pack, {
          path: way.join(','),
          report: (problem) => report({ ...problem, place: (get(session, 'path') ?? session).place }),
        }),
        ...given('at', reached),
        expect: {
          verdicts: [],
          yields: [],
          escalates: [],
          cites: [],
          never: [],
          departs: [],
          ...given(
            'end',
            end === undefined || !ended ? undefined : { value: end, place: placeAt(file, ended.place) },
          ),
        },
      },
    ],
  };
}

function placeAt(file: string, { line, column }: { readonly line: number; readonly column: number }) {
  return { file, line, column };
}
