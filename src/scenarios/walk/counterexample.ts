import type { Then } from '../../analysis/then.ts';
import { minutesOf } from '../../engine/duration.ts';
import type { Pack, Verdict } from '../../model/pack.ts';
import type { Playable } from '../map/playable.ts';
import type { Law } from './laws.ts';
import type { State } from './states.ts';

const VERDICTS: readonly Verdict[] = [
  'must',
  'should',
  'may',
  'should-not',
  'must-not',
  'contested',
  'silent',
];

/**
 * Writes the point at which a law is broken as a test to paste under `tests:`; it fails until the law holds there.
 *
 * `unmoved-by` compares several answers, and no single test can say that: its test only leads to the point.
 */
export function testOf(
  law: Law,
  state: State,
  { pack, playable }: { pack: Pack; playable: Playable },
): string {
  const path = [...state.path].map(([stage, option]) => `${stage}: ${option}`);
  const lines = [
    ...(playable.ends.has(state.at) ? [`end: ${state.at}`] : []),
    ...expectationLines(law.then ?? {}, pack),
  ];
  return [
    `  - name: law ${law.number} holds here`,
    `    path: ${path.length === 0 ? '{}' : `{ ${path.join(', ')} }`}`,
    ...(lines.length === 0
      ? ['    expect: { never: [] }']
      : ['    expect:', ...lines.map((line) => `      ${line}`)]),
    '',
  ].join('\n');
}

function expectationLines(then: Then, pack: Pack): string[] {
  const verdicts = [
    ...Object.entries(then.verdict ?? {}).map(([action, words]) => `${action}: ${oneOrList(listed(words))}`),
    ...Object.entries(then['not-verdict'] ?? {}).map(
      ([action, words]) =>
        `${action}: ${oneOrList(VERDICTS.filter((word) => !listed(words).includes(word)))}`,
    ),
    ...(then.owed === undefined ? [] : [`${then.owed}: [must, should]`]),
    ...someAction(then['some-action'], pack),
  ];
  const step = then['escalates-to'] === undefined ? undefined : stepTo(then, pack);
  return [
    ...(verdicts.length > 0 ? [`verdicts: { ${verdicts.join(', ')} }`] : []),
    ...(step === undefined ? [] : [`escalates: [${step}]`]),
  ];
}

/** Any action of the kind would do; the first one stands for it. */
function someAction(some: Then['some-action'], { actions }: Pack): string[] {
  const first =
    some &&
    [...actions.values()].find(
      ({ kind, phase }) => (some.kind ?? kind) === kind && (some.phase ?? phase) === phase,
    );
  return first ? [`${first.id}: [must, should]`] : [];
}

function stepTo(then: Then, { steps }: Pack): string | undefined {
  const limit = then.within === undefined ? Number.POSITIVE_INFINITY : minutesOf(then.within);
  return [...steps.values()].find(
    ({ to, within }) => to === then['escalates-to'] && minutesOf(within) <= limit,
  )?.id;
}

function listed(words: Verdict | readonly Verdict[]): readonly Verdict[] {
  return typeof words === 'string' ? [words] : words;
}

function oneOrList(words: readonly Verdict[]): string {
  const [first = 'silent', ...rest] = words;
  return rest.length === 0 ? first : `[${words.join(', ')}]`;
}
