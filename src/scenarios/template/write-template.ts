import type { Pack } from '../../model/pack.ts';
import type { Lang } from '../../model/text.ts';
import type { MessageKey } from '../../text/catalogue.ts';
import { type Say, sayIn } from '../../text/say.ts';
import type { Picked } from './pick.ts';

export const SCENARIO_KINDS = ['staged', 'flat'] as const;
export type ScenarioKind = (typeof SCENARIO_KINDS)[number];

export const LEVELS = ['novice', 'practitioner', 'supervisor'] as const;
export type Level = (typeof LEVELS)[number];

export interface Template {
  readonly kind: ScenarioKind;
  readonly id: string;
  readonly level: Level;
  /** Language to title; a language that is left out gets words to be replaced. */
  readonly titles: Readonly<Record<Lang, string>>;
  readonly picked: Picked;
  readonly pack: Pack;
  /** The voice of the comments. */
  readonly say: Say;
  /** The schema beside the file, as the file names it. */
  readonly schema: string;
}

/** Writes the file of a new scenario: commented, in every language of the pack, and with tests that pass. */
export function writeTemplate(template: Template): string {
  const lines = template.kind === 'flat' ? flatLines(template) : stagedLines(template);
  return `${[...headLines(template), ...lines].join('\n')}\n`;
}

function headLines({ kind, id, level, titles, picked, pack, say, schema }: Template): string[] {
  const heavy = picked.topics.some((topic) => pack.topics.get(topic)?.safety);
  return [
    `# yaml-language-server: $schema=${schema}`,
    `# $schema: ${schema}`,
    '#',
    ...comment(say('new.comment.head')),
    'schema: timbang.scenario/1',
    `id: ${id}`,
    'version: 0.1.0',
    `status: draft                     # draft | reviewed | retired`,
    `fictional: yes                    # ${say('new.comment.fictional')}`,
    `locales: [${pack.languages.join(', ')}]`,
    `pack: ${pack.id}`,
    'title:',
    ...pack.languages.map((lang) => `  ${lang}: ${quoted(titles[lang] ?? sayIn(lang)('new.text.title'))}`),
    'about:',
    '  reviewed: not-yet',
    `  level: ${level}`,
    ...(kind === 'staged' ? ['  minutes: 15', ...careLines({ pack, say, heavy })] : []),
    '',
    ...comment(say('new.comment.topics')),
    `topics: [${picked.topics.join(', ')}]`,
  ];
}

function careLines({ pack, say, heavy }: { pack: Pack; say: Say; heavy: boolean }): string[] {
  return [
    '',
    ...comment(say('new.comment.care')),
    'care:',
    `  notes: [${heavy ? 'violence' : ''}]`,
    '  prebrief:',
    ...texts(pack, 'new.text.prebrief', '    '),
    '  support: pack',
  ];
}

function flatLines({ picked, say }: Template): string[] {
  return [
    '',
    ...comment(say('new.comment.facts')),
    ...(picked.facts.length === 0
      ? ['facts: {}']
      : ['facts:', ...picked.facts.map(({ fact, answer }) => `  ${fact}: ${answer}`)]),
    '',
    ...comment(say('new.comment.expect')),
    'expect:',
    ...(picked.act ? [`  verdicts: { ${picked.act.action}: ${picked.act.verdict} }`] : ['  never: []']),
  ];
}

function stagedLines({ picked, pack, say }: Template): string[] {
  const [first, second] = picked.facts;
  const factLine = (one: typeof first): string[] =>
    one ? [`    facts: { ${one.fact}: ${one.answer} }`] : [];
  return [
    '',
    ...comment(say('new.comment.stages')),
    'start: first',
    'stages:',
    '  - id: first',
    '    reveal:',
    ...texts(pack, 'new.text.reveal', '      '),
    ...factLine(first),
    '    commit:',
    '      ask:',
    ...texts(pack, 'new.text.ask', '        '),
    '      confidence: ask',
    '      reason: { min_words: 8 }',
    '      options:',
    ...option(pack, { id: 'ask-more', label: 'new.text.option-ask', then: 'second' }),
    ...option(pack, { id: 'wait', label: 'new.text.option-wait', then: 'second' }),
    `    feedback: after               # ${say('new.comment.feedback')}`,
    '',
    ...secondStage({ fact: factLine(second), pack, say, act: picked.act }),
    '',
    'ends:',
    '  - id: end-one',
    '    text:',
    ...texts(pack, 'new.text.end-one', '      '),
    '  - id: end-two',
    '    text:',
    ...texts(pack, 'new.text.end-two', '      '),
    '',
    ...talkLines(pack, say),
    ...testLines(picked, say),
  ];
}

interface SecondStage extends Pick<Template, 'pack' | 'say'> {
  readonly fact: readonly string[];
  readonly act: Picked['act'];
}

function secondStage({ fact, pack, say, act }: SecondStage): string[] {
  return [
    '  - id: second',
    '    reveal:',
    ...texts(pack, 'new.text.news', '      '),
    ...fact,
    '    commit:',
    '      ask:',
    ...texts(pack, 'new.text.ask-now', '        '),
    '      confidence: ask',
    '      options:',
    ...comment(say('new.comment.decided'), '        '),
    ...option(pack, {
      id: 'do-it',
      label: 'new.text.option-do',
      then: 'end-one',
      ...(act && { decided: `${act.action}: do` }),
    }),
    ...option(pack, {
      id: 'leave-it',
      label: 'new.text.option-leave',
      then: 'end-two',
      ...(act && { decided: `${act.action}: do-not` }),
    }),
    '    feedback: debrief',
  ];
}

function talkLines(pack: Pack, say: Say): string[] {
  return [
    ...comment(say('new.comment.debrief')),
    'debrief:',
    '  model: pearls',
    '  questions:',
    '    reactions:',
    ...item(pack, 'new.text.reactions', '      '),
    '    analysis:',
    ...item(pack, 'new.text.analysis', '      '),
    '',
  ];
}

function testLines({ act }: Picked, say: Say): string[] {
  return [
    ...comment(say('new.comment.tests')),
    'tests:',
    `  - name: ${quoted(say('new.test.do'))}`,
    '    path: { first: ask-more, second: do-it }',
    '    expect:',
    '      end: end-one',
    ...(act ? [`      verdicts: { ${act.action}: ${act.verdict} }`] : []),
    `  - name: ${quoted(say('new.test.leave'))}`,
    '    path: { first: wait, second: leave-it }',
    '    expect:',
    '      end: end-two',
    // Only a duty can be departed from; advice that is not followed is no breach.
    ...(act?.verdict === 'must' ? [`      departs: [${act.action}]`] : []),
    '',
    ...comment(say('new.comment.coverage')),
    'coverage: { stages: 100, options: 100, ends: 100 }',
    'walk: { runs: 200, seed: 1, max_steps: 20 }',
  ];
}

interface NewOption {
  readonly id: string;
  readonly label: MessageKey;
  readonly then: string;
  readonly decided?: string;
}

function option(pack: Pack, { id, label, then, decided }: NewOption): string[] {
  return [
    `        - id: ${id}`,
    '          label:',
    ...texts(pack, label, '            '),
    ...(decided === undefined ? [] : [`          decided: { ${decided} }`]),
    `          then: ${then}`,
  ];
}

/** One text in every language of the pack. */
function texts({ languages }: Pack, key: MessageKey, indent: string): string[] {
  return languages.map((lang) => `${indent}${lang}: ${quoted(sayIn(lang)(key))}`);
}

/** The same as an item of a list. */
function item(pack: Pack, key: MessageKey, indent: string): string[] {
  const [first = '', ...others] = texts(pack, key, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...others];
}

function comment(words: string, indent = ''): string[] {
  return words.split('\n').map((line) => `${indent}# ${line}`.trimEnd());
}

/** Between quotation marks whatever it holds, so that no sign in it can break the file. */
function quoted(words: string): string {
  return JSON.stringify(words);
}
