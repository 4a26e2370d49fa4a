import { expect, test } from 'vitest';
import type { ScenarioResult } from '../../src/model/scenario.ts';
import { type Reporter, reportScenarios } from '../../src/render/scenario.ts';
import { sayIn } from '../../src/text/say.ts';
import { hostile, UNSAFE } from '../support/hostile.ts';
import { always } from '../support/property.ts';

const place = { file: 'a.yaml', line: 12, column: 5 };
const PASSED: ScenarioResult = {
  file: 'b.yaml',
  id: 'b',
  pack: 'p',
  tests: [{ name: 'b', place, failures: [] }],
};
const FAILED: ScenarioResult = {
  file: 'a.yaml',
  id: 'a',
  pack: 'p',
  tests: [
    { name: 'first # one', place, failures: [] },
    {
      name: 'second',
      place,
      failures: [
        {
          kind: 'verdicts',
          id: 'report',
          place,
          expected: ['must', 'should'],
          got: ['contested'],
          facts: [{ id: 'danger', answer: 'unknown' }],
        },
        { kind: 'never', id: 'gossip', place, expected: [], got: ['may'], facts: [] },
      ],
    },
  ],
};

function printed(reporter: Reporter, results: readonly ScenarioResult[] = [FAILED, PASSED]): string {
  return reportScenarios(results, reporter, {
    say: sayIn('en'),
    width: 80,
    style: { level: 0 },
    plain: false,
  });
}

test('text names each test that failed, the line, what was expected and what came, and why', () => {
  expect(printed('text')).toBe(
    [
      'Failed: second',
      '  a.yaml:12:5: verdicts.report: expected must | should, got contested',
      '  Because of: danger: unknown',
      '  a.yaml:12:5: never.gossip: expected never, got may',
      '',
      'Tests: 3, files: 2, failed: 1.',
      '',
    ].join('\n'),
  );
});

test('text says in one line that all passed', () => {
  expect(printed('text', [PASSED])).toBe('Tests: 1, files: 1. All passed.\n');
});

test('TAP counts the tests and hides no directive', () => {
  const lines = printed('tap').split('\n');
  expect(lines.slice(0, 5)).toEqual([
    'TAP version 14',
    '1..3',
    String.raw`ok 1 - a: first \# one`,
    'not ok 2 - a: second',
    '  ---',
  ]);
  expect(lines).toContain('    - message: "verdicts.report: expected must | should, got contested"');
  expect(lines.at(-2)).toBe('ok 3 - b: b');
});

test('JUnit has a suite for each file, a case for each test, a failure for each expectation', () => {
  const xml = printed('junit');
  expect(xml).toContain('<testsuites name="timbang" tests="3" failures="1">');
  expect(xml).toContain('<testsuite name="a" tests="2" failures="1">');
  expect(xml.match(/<testcase /g)).toHaveLength(3);
  expect(xml.match(/<failure /g)).toHaveLength(2);
});

test('JSON is an object with a schema', () => {
  expect(JSON.parse(printed('json'))).toMatchObject({
    schema: 'timbang.scenario-results/1',
    tests: 3,
    failed: 1,
    files: [{ file: 'a.yaml' }, { file: 'b.yaml' }],
  });
});

test('hostile names break neither a terminal nor XML nor TAP', () => {
  always(hostile, 200, (written) => {
    const tests = FAILED.tests.map((one) => ({ ...one, name: written, place: { ...place, file: written } }));
    for (const reporter of ['text', 'junit', 'tap', 'json'] as const) {
      const text = printed(reporter, [{ ...FAILED, id: written, file: written, tests }]);
      expect(text).not.toMatch(UNSAFE);
      if (reporter === 'junit') {
        const inner = text.replace(
          /<\/?(?:\?xml|testsuites|testsuite|testcase|failure)(?: [a-z]+="[^"<]*")*\s*[/?]?>/g,
          '',
        );
        expect(inner).not.toMatch(/[<>"]|&(?!#\d+;)/);
      }
      if (reporter === 'tap') expect(text.match(/^(?:not )?ok /gm)).toHaveLength(2);
    }
  });
});
