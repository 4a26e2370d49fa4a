import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { get } from '../../src/document/node.ts';
import { openDocument } from '../../src/document/open.ts';
import { assess } from '../../src/engine/assess.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import { PRINCIPLES } from '../../src/model/ids.ts';
import type { Pack } from '../../src/model/pack.ts';
import { itemsUnder, wordOf } from '../../src/pack/read/node.ts';
import { type Story, storyOf } from '../../src/scenarios/play/story.ts';
import { scenarioOf } from '../../src/scenarios/read-scenario.ts';
import { packForIndonesia } from '../support/real-packs.ts';
import { filesBelow } from '../support/sources.ts';
import { ROOT } from '../support/workplace.ts';

/** One shipped scenario: what its file says of itself, and what the engine says of each of its tests. */
interface Shipped {
  readonly file: string;
  readonly story: Story | undefined;
  readonly level: string;
  readonly fictional: boolean;
  readonly reviewed: string;
  readonly languages: readonly string[];
  readonly laws: number;
  readonly answers: ReadonlySet<string>;
  readonly assessments: readonly Assessment[];
}

let pack: Pack;
let library: readonly Shipped[];

beforeAll(async () => {
  const compiled = await packForIndonesia();
  pack = compiled.pack;
  library = filesBelow('rules/indonesia/scenarios', '.yaml').map((file): Shipped => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    const { value: root, problems } = openDocument({ file, text, kind: 'scenario' });
    if (!root) throw new Error(`${file}: ${problems[0]?.code}`);
    const word = (under: string, key: string): string => {
      const parent = get(root, under);
      const found = parent && get(parent, key);
      return found ? wordOf(found) : '';
    };
    const { tests } = scenarioOf(root, pack, { file, report: ({ code, saw }) => fail(file, code, saw) });
    const walk = get(root, 'walk');
    const title = get(root, 'title');
    return {
      file,
      story: storyOf(root),
      level: word('about', 'level'),
      fictional: wordOf(get(root, 'fictional') ?? root) === 'yes',
      reviewed: word('about', 'reviewed'),
      languages: title?.kind === 'map' ? title.fields.map(({ key }) => key) : [],
      laws: walk ? itemsUnder(walk, 'always').length : 0,
      answers: new Set(
        tests.flatMap(({ dilemma }) =>
          [...dilemma.facts].flatMap(([fact, given]) =>
            given.kind === 'answer' ? [`${fact}=${given.answer}`] : [],
          ),
        ),
      ),
      assessments: tests.map(({ dilemma }) => assess(compiled, dilemma, { changes: false })),
    };
  });
}, 60_000);

function fail(file: string, code: string, saw: string): never {
  throw new Error(`${file}: ${code} ${saw}`);
}

const answersTo = (fact: string): string[] =>
  pack.facts.get(fact as never)?.answers.map(({ id }) => `${fact}=${id}`) ?? [];

const missing = (wanted: Iterable<string>, found: Iterable<string>): string[] => {
  const there = new Set(found);
  return [...wanted].filter((one) => !there.has(one));
};

describe('the library as a whole', () => {
  test('is fictional, not yet reviewed, in both languages, and large enough', () => {
    expect(library.length).toBeGreaterThanOrEqual(24);
    expect(
      library.filter(
        ({ fictional, reviewed, languages }) =>
          !fictional || reviewed !== 'not-yet' || languages.toSorted().join() !== 'en,id',
      ),
    ).toEqual([]);
  });

  test('goes from beginners to supervisors', () => {
    const levels = library.map(({ level }) => level);
    expect(missing(['novice', 'practitioner', 'supervisor'], levels)).toEqual([]);
  });

  test('has each principle served, standing against another, and yielding', () => {
    const seen = library.flatMap(({ assessments }) =>
      assessments.flatMap(({ principles }) => principles.map(({ id, status }) => `${id} ${status}`)),
    );
    const wanted = PRINCIPLES.flatMap((id) => [`${id} served`, `${id} in-conflict`]);
    expect(missing(wanted, seen)).toEqual([]);
  });

  test('has every dilemma that the packs declare', () => {
    const seen = library.flatMap(({ assessments }) =>
      assessments.flatMap(({ dilemmas }) => dilemmas.map(({ id }) => String(id))),
    );
    expect(missing([...pack.dilemmas.keys()], seen)).toEqual([]);
  });

  test('has every field of work and every role', () => {
    const seen = library.flatMap(({ answers }) => [...answers]);
    expect(missing([...answersTo('field'), ...answersTo('my-role')], seen)).toEqual([]);
  });

  test('marks every topic', () => {
    const seen = library.flatMap(({ assessments }) =>
      assessments.flatMap(({ topics }) =>
        topics.flatMap(({ id, state }) => (state === 'marked' ? [id] : [])),
      ),
    );
    expect(missing([...pack.topics.keys()], seen)).toEqual([]);
  });

  test('exercises at least nine rules in ten', () => {
    const applied = library.flatMap(({ assessments }) =>
      assessments.flatMap(({ actions }) =>
        actions.flatMap(({ rules }) => rules.flatMap(({ id, possible }) => (possible ? [] : [id]))),
      ),
    );
    const rest = missing([...pack.rules.keys()], applied);
    const share = 1 - rest.length / pack.rules.size;
    expect(share, `${pack.rules.size} rules; never applied: ${rest.join(', ')}`).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the staged stories', () => {
  test('are at least six, each with a talk, content notes, tests, and laws that hold on every path', () => {
    const staged = library.filter(({ story }) => story !== undefined);
    expect(staged.length).toBeGreaterThanOrEqual(6);
    expect(
      staged.filter(
        ({ story, laws, assessments }) =>
          laws === 0 ||
          assessments.length < 3 ||
          story?.contentNotes.length === 0 ||
          story?.debrief.questions.size === 0 ||
          story?.prebrief === undefined,
      ),
    ).toEqual([]);
  });

  test('have every text in both languages, and say something of every choice', () => {
    const faults = library.flatMap(({ file, story }) => {
      if (!story) return [];
      const texts = [...story.stages.values()].flatMap(({ id, reveal, ask, shift, options }) => [
        [id, reveal] as const,
        [id, ask] as const,
        ...(shift ? [[id, shift.about] as const] : []),
        ...options.flatMap((option) => [
          [option.id, option.label] as const,
          [option.id, option.coaching ?? {}] as const,
          ...(option.consequence ? [[option.id, option.consequence] as const] : []),
        ]),
      ]);
      return texts
        .concat([...story.ends].map(([id, text]) => [id, text] as const))
        .filter(([, text]) => !text['id'] || !text['en'])
        .map(([id]) => `${file}: ${id}`);
    });
    expect(faults).toEqual([]);
  });

  test('every option and every end is on the path of some test', () => {
    const faults = library.flatMap(({ file, story }) => {
      if (!story) return [];
      const text = readFileSync(path.join(ROOT, file), 'utf8');
      const tests = text.slice(text.indexOf('\ntests:'));
      const options = [...story.stages.values()].flatMap((stage) =>
        stage.options.map(({ id }) => `${stage.id}: ${id}`),
      );
      return [...options, ...[...story.ends.keys()].map((end) => `end: ${end}`)]
        .filter((wanted) => !tests.includes(wanted))
        .map((wanted) => `${file}: ${wanted}`);
    });
    expect(faults).toEqual([]);
  });
});
