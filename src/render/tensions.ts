import type { Report, ReportAction } from '../model/report.ts';
import type { Block } from './doc.ts';
import type { Telling } from './telling.ts';

/** Two principles that stand against each other: over which actions, and whether the second yields to the first. */
interface Tension {
  readonly one: string;
  readonly other: string;
  readonly yields: boolean;
  readonly actions: readonly string[];
}

/** Which principle stands against which and which yields, a line for each pair: an arrow to look at, or words. */
export function tensionBlocks(telling: Telling): Block[] {
  const { say, principle, series, action } = telling;
  const all = tensionsOf(telling.report);
  const name = (id: string): string => principle(id);
  const widest = Math.max(0, ...all.map(({ one }) => name(one).length));
  return all.map(({ one, other, yields, actions }): Block => {
    const values = { one: name(one), other: name(other), actions: series(actions.map(action)) };
    const arrow = yields ? '------>' : '<----->';
    return {
      kind: 'drawn',
      picture: [
        { text: name(one).padEnd(widest), style: 'strong' },
        { text: arrow },
        { text: name(other), ...(yields ? {} : { style: 'strong' as const }) },
        { text: say(yields ? 'tension.picture.yields' : 'tension.picture.neither') },
      ],
      words: say(yields ? 'tension.words.yields' : 'tension.words.neither', values),
    };
  });
}

function tensionsOf(report: Report): Tension[] {
  const yielding = report.principles
    .filter(({ status }) => status === 'yields')
    .flatMap(({ id, to }) =>
      to.map(({ principle, action }) => ({ one: principle, other: id, yields: true, action })),
    );
  const contested = report.actions
    .filter(({ verdict }) => verdict === 'contested')
    .flatMap((action) =>
      againstEachOther(action, report).map((pair) => ({ ...pair, yields: false, action: action.id })),
    );
  const pairs = new Map<string, Tension & { actions: string[] }>();
  for (const { one, other, yields, action } of [...yielding, ...contested]) {
    const key = `${one} ${other} ${yields}`;
    const pair = pairs.get(key) ?? { one, other, yields, actions: [] };
    if (!pair.actions.includes(action)) pair.actions.push(action);
    pairs.set(key, pair);
  }
  return [...pairs.values()];
}

/** The principles whose standing reasons pull apart on a contested action, or on it and one that goes not with it. */
function againstEachOther(action: ReportAction, report: Report): { one: string; other: string }[] {
  const asks = standing(action, ['must', 'should', 'may']);
  const rivals = report.actions.filter(({ id }) => action.contestedWith.includes(id));
  const against = [
    ...standing(action, ['must-not', 'should-not']),
    ...rivals.flatMap((rival) => standing(rival, ['must', 'should'])),
  ];
  const pairs = asks.flatMap((one) =>
    against.filter((other) => other !== one).map((other) => [one, other].toSorted()),
  );
  const distinct = new Map(pairs.map((pair) => [pair.join(' '), pair]));
  return [...distinct.values()].map(([one = '', other = '']) => ({ one, other }));
}

function standing({ rules }: ReportAction, verdicts: readonly string[]): string[] {
  return [
    ...new Set(
      rules.filter((rule) => rule.standing && verdicts.includes(rule.verdict)).map((rule) => rule.principle),
    ),
  ];
}
