import type { ScenarioFailure, ScenarioResult } from '../model/scenario.ts';
import type { Say } from '../text/say.ts';
import { type Block, type Doc, entry, gap, text } from './doc.ts';
import { json } from './json.ts';
import { type Look, print } from './print.ts';
import { clean } from './spans.ts';

export type Reporter = 'text' | 'junit' | 'tap' | 'json';

export interface ReporterOptions extends Look {
  readonly say: Say;
}

/** Prints what came of scenario tests, for a person or for a program that gathers tests. Ends in a line break. */
export function reportScenarios(
  results: readonly ScenarioResult[],
  reporter: Reporter,
  options: ReporterOptions,
): string {
  switch (reporter) {
    case 'text':
      return print(textDoc(results, options), options);
    case 'junit':
      return junit(results, options.say);
    case 'tap':
      return tap(results, options.say);
    case 'json':
      return json({ schema: 'timbang.scenario-results/1', ...totals(results), files: results });
  }
}

function totals(results: readonly ScenarioResult[]): { tests: number; failed: number } {
  const tests = results.flatMap((result) => result.tests);
  return { tests: tests.length, failed: tests.filter(({ failures }) => failures.length > 0).length };
}

/** What was expected and what came, in one sentence; the word of the file for the expectation comes first. */
function failureWords({ kind, id, expected, got }: ScenarioFailure, say: Say): string {
  const values = {
    path: kind === 'end' ? 'end' : `${kind}.${id}`,
    expected: expected.join(' | '),
    got: got.join(', '),
  };
  if (kind === 'never' || kind === 'departs') {
    return say(`scenario.${kind}`, { ...values, got: values.got || say('scenario.nothing') });
  }
  return say('scenario.expected', { ...values, got: values.got || say('scenario.nothing') });
}

/** More facts than these are not taken in at once. */
const MOST_FACTS = 12;

/** The facts on which what came rests, those that are known before those that are not. */
function factWords({ facts }: ScenarioFailure, say: Say): string[] {
  if (facts.length === 0) return [];
  const isOpen = ({ answer }: ScenarioFailure['facts'][number]): number => (answer === 'unknown' ? 1 : 0);
  const sorted = facts.toSorted((one, other) => isOpen(one) - isOpen(other));
  const told = sorted
    .slice(0, MOST_FACTS)
    .map(({ id, answer }) => `${id}: ${answer}`)
    .join(', ');
  const left = sorted.length - MOST_FACTS;
  return [
    say('scenario.facts', {
      facts: left > 0 ? say('scenario.more-facts', { facts: told, count: left }) : told,
    }),
  ];
}

function textDoc(results: readonly ScenarioResult[], { say }: ReporterOptions): Doc {
  const failing = results.filter(({ tests }) => tests.some(({ failures }) => failures.length > 0));
  const blocks = failing.flatMap((result): Block[] => [
    ...result.tests
      .filter(({ failures }) => failures.length > 0)
      .flatMap(({ name, failures }) => [
        text([{ text: say('scenario.failed', { name }), style: 'strong' }]),
        ...failures.map((failure) =>
          entry('', `${placeOf(failure)}: ${failureWords(failure, say)}`, factWords(failure, say).map(text)),
        ),
        gap,
      ]),
  ]);
  const { tests, failed } = totals(results);
  const key = failed === 0 ? 'scenario.all-passed' : 'scenario.some-failed';
  return [...blocks, text(say(key, { files: results.length, tests, failed }))];
}

function placeOf({ place }: ScenarioFailure): string {
  return `${place.file}:${place.line}:${place.column}`;
}

function junit(results: readonly ScenarioResult[], say: Say): string {
  const { tests, failed } = totals(results);
  const suites = results.map((result) => {
    const cases = result.tests.map(({ name, failures }) => {
      const head = `    <testcase classname="${xml(result.id)}" name="${xml(name)}" file="${xml(result.file)}"`;
      if (failures.length === 0) return `${head}/>`;
      const inner = failures.map((failure) => {
        const message = failureWords(failure, say);
        const body = [placeOf(failure), ...factWords(failure, say)].join('\n');
        return `      <failure message="${xml(message)}">${xml(body)}</failure>`;
      });
      return [`${head}>`, ...inner, '    </testcase>'].join('\n');
    });
    const own = totals([result]);
    const head = `  <testsuite name="${xml(result.id)}" tests="${own.tests}" failures="${own.failed}">`;
    return [head, ...cases, '  </testsuite>'].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="timbang" tests="${tests}" failures="${failed}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

/** Escapes for XML 1.0, line breaks kept; what XML does not allow at all is cleaned away line by line. */
function xml(written: string): string {
  const safe = written.split('\n').map(clean).join('\n');
  return safe.replace(/[&<>"'\n]/g, (found) => `&#${found.charCodeAt(0)};`);
}

/** TAP 14: one test point for each test, what failed as a block of YAML under it. */
function tap(results: readonly ScenarioResult[], say: Say): string {
  const points = results.flatMap((result) =>
    result.tests.map((one) => ({ ...one, file: result.file, id: result.id })),
  );
  const lines = points.flatMap(({ name, id, failures }, at) => {
    const words = `${at + 1} - ${tapText(`${id}: ${name}`)}`;
    if (failures.length === 0) return [`ok ${words}`];
    const blocks = failures.flatMap((failure) => [
      `    - message: ${json(failureWords(failure, say)).trim()}`,
      `      at: ${json(placeOf(failure)).trim()}`,
      ...factWords(failure, say).map((line) => `      facts: ${json(line).trim()}`),
    ]);
    return [`not ok ${words}`, '  ---', '  failures:', ...blocks, '  ...'];
  });
  return ['TAP version 14', `1..${points.length}`, ...lines, ''].join('\n');
}

/** A number sign begins a directive in TAP. */
function tapText(written: string): string {
  return clean(written).replace(/[\\#]/g, String.raw`\$&`);
}
