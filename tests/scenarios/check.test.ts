import { beforeAll, describe, expect, test } from 'vitest';
import { type CompiledPack, compile } from '../../src/engine/assess.ts';
import type { FactId } from '../../src/model/ids.ts';
import { checkScenario, type ScenarioCheck } from '../../src/scenarios/check/check-scenario.ts';
import { likenessesIn } from '../../src/scenarios/check/people.ts';
import { type Change, opened, soundPack, storyWith } from './opened.ts';

let compiled: CompiledPack;

beforeAll(async () => {
  compiled = compile(await soundPack());
});

function check(changes: readonly Change[], shared = false, judged = compiled): ScenarioCheck {
  return checkScenario({ file: 'story.yaml', root: opened(storyWith(changes)), compiled: judged, shared });
}

function weightsOf({ findings }: ScenarioCheck): string[] {
  return findings.map(({ weight }) => weight);
}

test('a sound story has nothing to mend, also when it is shared', () => {
  expect(check([], true)).toEqual({ problems: [], findings: [] });
});

interface Broken {
  readonly name: string;
  readonly changes: readonly (readonly [from: string, to: string])[];
  readonly codes: readonly string[];
  readonly at?: { readonly line: number; readonly column: number };
}

describe('what is wrong is told with its place', () => {
  test.each<Broken>([
    {
      name: 'a choice that leads to nothing',
      changes: [['then: end-late', 'then: end-lat']],
      codes: ['E513', 'E515'],
      at: { line: 99, column: 17 },
    },
    {
      name: 'a stage out of reach',
      changes: [
        ['then: news', 'then: end-late'],
        ['then: news', 'then: end-safe'],
      ],
      codes: ['E514'],
    },
    { name: 'an end out of reach', changes: [['then: end-alone', 'then: news']], codes: ['E515'] },
    { name: 'a way in a circle', changes: [['then: end-safe', 'then: told']], codes: ['E516', 'E515'] },
    { name: 'two choices of one name', changes: [['id: wait', 'id: report']], codes: ['E517'] },
    { name: 'a beginning that is not there', changes: [['start: told', 'start: tld']], codes: ['E519'] },
    {
      name: 'a waiver of what is not there',
      changes: [['tests:', 'coverage: { waive: [{ id: tld, because: later }] }\ntests:']],
      codes: ['E528'],
    },
  ])('$name', ({ changes, codes, at }) => {
    const { findings } = check(changes);
    expect(findings.every(({ weight }) => weight === 'fault')).toBe(true);
    expect(findings.map(({ problem }) => problem.code).toSorted()).toEqual(codes.toSorted());
    const first = findings.find(({ problem }) => problem.code === codes[0])?.problem;
    expect(first?.place).toMatchObject({ file: 'story.yaml', line: expect.any(Number), ...at });
  });

  test('a missing translation and missing notes may wait in a draft, and not in what is shared', () => {
    const changes = [
      ['    en: A client tells a story.\n', ''],
      ['      en: |-\n        A client tells a story.\n\n        She asks you to keep quiet.\n', ''],
    ] as const;
    const missing = [changes[1], ['  notes: [violence, sudden-noise]\n', '']] as const;
    const codes = (shared: boolean) => check(missing, shared).findings.map(({ problem }) => problem.code);
    expect(codes(false)).toEqual(['E526', 'E518']);
    expect(codes(true)).toEqual(['E526', 'E518']);
    expect(weightsOf(check(missing))).toEqual(['warning', 'warning']);
    expect(weightsOf(check(missing, true))).toEqual(['fault', 'fault']);
  });

  test('facts that cannot hold together on some way are a note, with the way', () => {
    const { pack } = compiled;
    const place = { file: 'pack.yaml', line: 1, column: 1 };
    const answer = (fact: string, id: string) =>
      ({ kind: 'fact', fact: fact as FactId, answers: [id] as never }) as const;
    const never = { kind: 'all', of: [answer('plea', 'yes'), answer('harm', 'serious')] } as const;
    const constraint = { id: 'no-plea', place, pack: pack.id, never, because: {} };
    const refusing = compile({ ...pack, constraints: new Map([['no-plea', constraint]]) });
    const { findings } = check([], true, refusing);
    expect(findings).toMatchObject([
      { weight: 'note', problem: { code: 'E527', saw: 'harm, plea', values: { path: 'told=listen' } } },
      { weight: 'note', problem: { code: 'E527', values: { path: 'told=listen,news=report' } } },
      { weight: 'note', problem: { code: 'E527', values: { path: 'told=listen,news=wait' } } },
    ]);
  });

  test('what the pack does not have is a problem, also where no test comes', () => {
    const { problems } = check([['then: end-alone', 'facts: { harm: serius }\n          then: end-alone']]);
    expect(problems).toMatchObject([{ code: 'E502', place: { file: 'story.yaml' }, nearest: 'serious' }]);
  });
});

describe('what looks like a person, or like a number to call', () => {
  test.each([
    { words: 'NIK-nya 3201 0101 0101 0001.', codes: ['E520'] },
    { words: 'Balas ke 0812-3456-7890 malam ini.', codes: ['E521'] },
    { words: 'Nomor rumahnya +62 21 555 01234', codes: ['E521'] },
    { words: 'Tulis ke seseorang@contoh.id saja', codes: ['E522'] },
    { words: 'Ia lahir pada 12 Mei 2009.', codes: ['E523'] },
    { words: 'Born 2009-05-12, in a village', codes: ['E523'] },
    { words: 'Datanglah Ibu Siti Aminah dengan anaknya', codes: ['E524'] },
    { words: 'If it goes on, call 129 at once', codes: ['E525'] },
    { words: 'Hubungi polisi di 110', codes: ['E525'] },
  ])('$words', ({ words, codes }) => {
    expect(likenessesIn(words).map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    'Pak Darto mendorong amplop berisi 200.000 rupiah.',
    'Bu Camat menelepon; sekarang pukul 23.40.',
    'Pada 12 Mei ia datang lagi, usianya 15 tahun.',
    'In 2024 the office had 1400 cases.',
    'Dr Budi',
  ])('%s looks like nobody', (words) => {
    expect(likenessesIn(words)).toEqual([]);
  });

  test('each is told at its words', () => {
    const { findings } = check([['id: Ini latihan.', 'id: Ini latihan, telepon 129.']]);
    expect(findings).toMatchObject([{ weight: 'fault', problem: { code: 'E525', saw: 'telepon 129' } }]);
    expect(findings[0]?.problem.place?.column).toBe('    id: Ini latihan, '.length + 1);
  });
});
