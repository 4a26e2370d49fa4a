import { describe, expect, test } from 'vitest';
import { notToDo, toDo } from '../../src/render/acts.ts';
import { render } from '../../src/render/render.ts';
import { tell } from '../../src/render/telling.ts';
import { sayIn } from '../../src/text/say.ts';
import { reportOn } from '../support/real-packs.ts';
import { screenOf, sectionsOf, tinyReport } from '../support/told.ts';

const ROWS = 20;

/** The words without the layout. */
function flat(printed: string): string {
  return printed.replace(/\s+/g, ' ');
}

test.each([ROWS, 12, 8])('what %i lines have no room for is counted', async (rows) => {
  const told = await reportOn('indonesia/scenarios/violence-at-home-kept-secret.yaml', 'en');
  const telling = tell(told, sayIn('en'));
  const shown = flat(screenOf(told, rows));
  const missing = [toDo(telling), notToDo(telling)].map(
    (acts) => acts.filter(({ words }) => !shown.includes(words)).length,
  );
  expect(missing.every((count) => count > 0)).toBe(true);
  for (const count of missing) expect(shown).toContain(`and ${count} more, see the details`);
});

test('nothing is counted away where there is no limit', async () => {
  const told = await reportOn('indonesia/scenarios/violence-at-home-kept-secret.yaml', 'en');
  const telling = tell(told, sayIn('en'));
  const shown = flat(screenOf(told));
  for (const { words } of [...toDo(telling), ...notToDo(telling)]) expect(shown).toContain(words);
});

test('the plain text of a real result is drawn with nothing', async () => {
  for (const lang of ['id', 'en']) {
    const told = await reportOn('indonesia/scenarios/violence-at-home-kept-secret.yaml', lang);
    const printed = render(told, {
      format: 'text',
      plain: true,
      width: 80,
      style: { level: 0 },
      say: sayIn(lang),
    });
    expect(printed).not.toMatch(/[\u2500-\u257f\u2800-\u28ff\u2190-\u21ff]|\p{Extended_Pictographic}/u);
    expect(printed.match(/^\d+\. /gm)?.map((head) => Number.parseInt(head, 10))).toEqual(
      Array.from({ length: printed.match(/^\d+\. /gm)?.length ?? 0 }, (_, at) => at + 1),
    );
  }
});

const KEPT = {
  facts: { danger: ['none', 'serious'] },
  rules: {
    protect: { must: 'report', when: { danger: 'serious' }, of: 'nonmaleficence' },
    keep: { 'must-not': 'report', of: 'confidentiality' },
  },
  priorities: { safety: { prefer: 'protect', over: 'keep' } },
  safeguards: {
    first: { must: 'tell-her', when: { yields: 'confidentiality' } },
    least: { must: 'agree-a-signal', when: { departs: { must: 'report' } } },
  },
} as const;

describe('a principle that yields', () => {
  const told = tinyReport(KEPT, { facts: { danger: 'serious' } });

  test('is named in the first sentence, with the priority under WHY', () => {
    expect(flat(screenOf(told))).toContain('confidentiality (en) yields to nonmaleficence (en) here.');
    expect(flat(screenOf(told))).toContain('YIELDS to nonmaleficence (en): safety (en)');
    expect(screenOf(told)).toMatch(/nonmaleficence \(en\) +stands: protect \(en\)/);
  });

  test('brings its safeguard among what to do, and what a departure would ask under its condition', () => {
    expect(screenOf(told)).toMatch(/TO DO\n(.*\n)*.*tell-her \(en\)/);
    expect(screenOf(told)).toContain('If you decide not to do this: report (en). Then at least:');
    expect(screenOf(told)).toContain('agree-a-signal (en)');
  });
});

test('a duty that was decided against stays on the screen, with what is then owed', () => {
  const told = tinyReport(KEPT, { facts: { danger: 'serious' }, decided: { report: 'do-not' } });
  expect(screenOf(told)).toContain('You decided not to do this, and the duty remains: report (en)');
  expect(screenOf(told)).toMatch(/TO DO\n(.*\n)*.*agree-a-signal \(en\)/);
});

describe('a dilemma of duties', () => {
  const told = tinyReport({
    rules: {
      tell: { must: 'a', of: 'nonmaleficence' },
      keep: { 'must-not': 'a', of: 'confidentiality' },
      note: 'must n',
    },
    safeguards: { client: { must: 'c', of: 'autonomy', when: { yields: 'confidentiality' } } },
    steps: { advice: { dilemma: 'any', within: 'PT12H' } },
  });

  test('lays both ways beside each other, each with its reasons and what it owes', () => {
    const shown = screenOf(told);
    expect(shown).toContain('No clear answer.');
    expect(shown).toMatch(/Either: a \(en\) +Or: not do it/);
    expect(shown).toMatch(/nonmaleficence \(en\): tell \(en\).*confidentiality \(en\): keep/);
    expect(flat(shown)).toContain('If you choose this, then at least: c (en)');
  });

  test('says what holds whichever way is decided', () => {
    expect(screenOf(told)).toMatch(/WHICHEVER WAY YOU DECIDE\n.*n \(en\)/);
    expect(screenOf(told)).toMatch(/WHO TO TELL\n +12 hours +advice \(en\)/);
  });
});

test('answers that contradict each other are all that is told', () => {
  const told = tinyReport(
    {
      facts: { a: 'yes-no', b: 'yes-no' },
      constraints: { never: { all: [{ a: 'yes' }, { b: 'yes' }] } },
      rules: { r: 'must x' },
    },
    { facts: { a: 'yes', b: 'yes' } },
  );
  const printed = render(told, {
    format: 'text',
    plain: false,
    width: 80,
    style: { level: 0 },
    say: sayIn('en'),
  });
  expect(printed).toContain('These answers cannot all be true.');
  expect(printed).toContain('a (en) yes (en)');
  expect(printed).not.toContain('x (en)');
});

test('a permission is no task, and advice says that it is advice', () => {
  const told = tinyReport({ rules: { m: 'may m', s: 'should s', n: 'should-not n' } });
  const shown = screenOf(told);
  expect(shown).toMatch(/TO DO\n.*s \(en\) \(advised\)\n\nNOT TO DO\n.*n \(en\) \(advised against\)/);
  expect(shown).toMatch(/ALLOWED, NOT ASKED OF YOU\n +m \(en\)/);
});

test('what is out because of another action says so', () => {
  const told = tinyReport({
    actions: { a: { excludes: ['b'] }, b: null },
    rules: { one: 'must a', two: 'should b' },
  });
  expect(screenOf(told)).toContain(
    'b (en) (advised against) (not together with: a (en))'.replace(' (advised against)', ''),
  );
});

test('caution is told apart from the verdict, what discloses only as prepared', () => {
  const told = tinyReport(
    {
      facts: { danger: { answers: ['none', 'serious'], 'act-as-if': 'serious' } },
      actions: { report: { discloses: 'outside' }, stay: null },
      rules: { r: { must: ['report', 'stay'], when: { danger: 'serious' }, of: 'nonmaleficence' } },
    },
    { facts: { danger: 'unknown' } },
  );
  expect(screenOf(told)).toMatch(
    /WHILE YOU DO NOT KNOW\n +only prepare: report \(en\)\. First ask: danger \(en\)\n +stay \(en\)/,
  );
  expect(screenOf(told)).not.toContain('TO DO');
  expect(sectionsOf(told)).toContain('Act as if: danger (en) serious (en).');
});

test('what comes before acting stands right before the act that names it', () => {
  const told = tinyReport({
    actions: {
      b: { phase: 'today', after: ['first'] },
      a: { phase: 'today' },
      first: { phase: 'before-acting' },
    },
    rules: { r: { must: ['a', 'b', 'first'] } },
  });
  expect(screenOf(told)).toMatch(/today +a \(en\)\n +first +first \(en\)\n +today +b \(en\)/);
});

test('a pack that says nothing is no permission', () => {
  const told = tinyReport(
    { rules: { r: { must: 'a', when: { f: 'yes' } } }, facts: { f: 'yes-no' } },
    { facts: { f: 'no' } },
  );
  expect(flat(screenOf(told))).toContain('That is no permission, and no sign of safety.');
});

test('where kinds of sources part ways and nothing settles it, the screen says so and the details say how', () => {
  const told = tinyReport({
    rules: { allowed: { may: 'a', source: 'law' }, asked: { must: 'a', source: 'code' } },
    steps: { advice: { parting: 'any' } },
  });
  expect(flat(screenOf(told))).toContain('Law, code, policy or ethics part ways on: a (en)');
  expect(flat(sectionsOf(told))).toContain('law: allows it: may code of ethics: asks for it: must');
  expect(flat(sectionsOf(told))).toContain('without delaying what is for now or today: advice (en)');
});

describe('a role that cannot be reached', () => {
  const told = tinyReport(
    {
      facts: { supervisor: 'yes-no' },
      roles: { supervisor: { supervisor: 'yes' }, peer: null },
      rules: { r: 'must a' },
      steps: { up: { to: 'supervisor', on: { a: 'must' }, fallback: ['aside'] }, aside: { to: 'peer' } },
    },
    { facts: { supervisor: 'no' } },
  );

  test('is told as such, with what stands in for it', () => {
    expect(flat(screenOf(told))).toContain('supervisor (en): cannot be reached. Do what stands in for it.');
    expect(flat(screenOf(told))).toContain('aside (en) In place of: up (en)');
  });

  test('never looks reachable on the smallest screen', () => {
    expect(screenOf(told, 3)).not.toMatch(/^ +(?:[0-9]+ hours|at once) +up \(en\)/m);
  });
});

test('of what is given only what moves a duty is told, the rest is counted', () => {
  const told = tinyReport(
    {
      facts: { age: ['child', 'adult'], mood: ['calm', 'upset'] },
      rules: { r: { must: 'a', when: { age: 'adult' } }, s: { should: 'b', when: { mood: 'calm' } } },
    },
    { facts: { age: 'adult', mood: 'calm' }, considering: ['b'] },
  );
  const shown = flat(sectionsOf(told));
  expect(shown).toContain('if it were age (en) child (en). Then nothing is said any more about: a (en).');
  expect(shown).not.toContain('upset');
  expect(shown).toContain('Other answers, which would change advice only: 1.');
});

test('answers that come to the same are told together', () => {
  const told = tinyReport(
    {
      facts: { age: ['child', 'adult', 'old'] },
      rules: { r: { must: 'a', when: { age: ['child', 'old'] } } },
    },
    { facts: { age: 'adult' }, considering: ['a'] },
  );
  expect(flat(sectionsOf(told))).toContain('age (en) child (en) or old (en). Then must: a (en).');
});

test('a duty to tell somebody is on a small screen before other duties', () => {
  const told = tinyReport({
    facts: { danger: ['serious'] },
    actions: { one: {}, two: {}, three: {}, report: { kind: 'tell' } },
    rules: { a: { must: 'one' }, b: { must: 'two' }, c: { must: 'three' }, d: { must: 'report' } },
  });
  expect(screenOf(told, 6)).toContain('report (en)');
});

test('what may be done stays on a screen that is rather small', async () => {
  const told = await reportOn('indonesia/scenarios/thanks-small-private.yaml', 'en');
  expect(flat(screenOf(told, 23))).toContain('ALLOWED, NOT ASKED OF YOU');
});
