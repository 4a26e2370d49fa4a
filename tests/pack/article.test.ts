import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { packForIndonesia, reportOn } from '../support/real-packs.ts';
import { readProject } from '../support/workplace.ts';

interface Row {
  readonly fact: string;
  readonly answer?: string;
  readonly rule: string;
  readonly step: string;
  readonly scenario: string;
}

const TABLE = parse(readProject('tests/pack/article.yaml')) as Readonly<Record<string, Record<string, Row>>>;

function rowsOf(part: string): (Row & { readonly name: string })[] {
  return Object.entries(TABLE[part] ?? {}).map(([name, row]) => ({ ...row, name }));
}

describe.each(Object.keys(TABLE))('%s', (part) => {
  test.each(rowsOf(part))('$name', async ({ fact, answer, rule, step, scenario }) => {
    const { facts, actions, escalation } = await reportOn(`indonesia/scenarios/${scenario}.yaml`, 'en');
    const told = facts.find(({ id, from }) => id === fact && (from === 'given' || from === 'filled-in'));
    expect(told?.answer, `the answer to ${fact}`).toBe(answer ?? told?.answer);
    expect(told, `${fact} is asked in it`).toBeDefined();
    const applied = actions.flatMap(({ rules }) => rules).filter(({ possible }) => !possible);
    expect(
      applied.some(({ id }) => id === rule || id.startsWith(`${rule}/`)),
      `${rule} applies in it`,
    ).toBe(true);
    expect(
      escalation.filter(({ owed }) => owed !== 'possible').map(({ id }) => id),
      'the steps that are owed in it',
    ).toContain(step);
  });
});

test('every rule of the table belongs to one of the five principles', async () => {
  const { pack } = await packForIndonesia();
  const named = new Set(Object.values(TABLE).flatMap((rows) => Object.values(rows).map(({ rule }) => rule)));
  const known = new Set([...pack.rules.keys()].map((id) => id.split('/')[0]));
  expect([...named].filter((rule) => !known.has(rule))).toEqual([]);
});
