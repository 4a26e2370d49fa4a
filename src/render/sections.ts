import type { Report, ReportAction } from '../model/report.ts';
import { monthInWords } from '../text/months.ts';
import { changeEntries } from './changes.ts';
import { type Block, type Doc, entry, gap, section, text } from './doc.ts';
import { asIfBlocks, settledEntries } from './meanwhile.ts';
import { conditionalEntries, possibleSafeguards, stepEntry } from './owed.ts';
import { actionEntry } from './reasons.ts';
import { type Telling, throughWords, verdictsWords } from './telling.ts';
import { tensionBlocks } from './tensions.ts';

/** Parts of the unfolding, in the order in which they are printed. */
export const SECTIONS = [
  'tensions',
  'options',
  'reasons',
  'steps',
  'conditions',
  'meanwhile',
  'open',
  'change',
  'waiting',
  'partings',
  'notes',
  'conduct',
  'answers',
  'sources',
  'faults',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Everything behind the first screen: all sections that have something to say, and the closing lines. */
export function sections(telling: Telling, names: readonly SectionName[] = SECTIONS): Doc {
  return [...names.flatMap((name) => sectionOf(name, telling)), ...closing(telling)];
}

/** One section with its heading; empty where it has nothing to say. */
export function sectionOf(name: SectionName, telling: Telling): Block[] {
  return section(telling.say(`section.${name}`), BLOCKS[name](telling));
}

const BLOCKS: Readonly<Record<SectionName, (telling: Telling) => Block[]>> = {
  tensions: tensionBlocks,
  options: (telling) =>
    apart(
      telling.report.actions
        .filter(({ considering, decided }) => considering || decided !== null)
        .map((action) => actionEntry(action, true, telling)),
    ),
  reasons: (telling) => reasonEntries(telling, ({ verdict }) => verdict !== 'depends'),
  waiting: (telling) => reasonEntries(telling, ({ verdict }) => verdict === 'depends'),
  steps: (telling) => apart(telling.report.escalation.map((step) => stepEntry(step, 'full', telling))),
  conditions: (telling) => [...conditionalEntries(telling), ...possibleSafeguards(telling)],
  open: (telling) => apart(openEntries(telling)),
  change: (telling) => changeEntries(['bring-about', 'given'], 1000, telling),
  meanwhile: (telling) => [
    ...(telling.report.findOut.length === 0 ? [] : settledEntries(telling)),
    ...asIfBlocks(telling),
  ],
  partings: (telling) => telling.report.partings.map((parting) => partingEntry(parting, telling)),
  notes: ({ report }) => report.notes.map((note) => entry('', note.text)),
  conduct: ({ report }) => report.conduct.map((one) => entry('', one.text)),
  answers: (telling) => answerEntries(telling),
  sources: (telling) => telling.report.sources.map((source) => sourceEntry(source, telling)),
  faults: (telling) => telling.report.packFaults.map((fault) => faultEntry(fault, telling)),
};

/** Sets entries that have much under them apart. */
function apart(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block, at) => (at === 0 ? [block] : [gap, block]));
}

/** Each action that is asked for, once; those that a group's one line stands for are named under it. */
function reasonEntries(telling: Telling, takes: (action: ReportAction) => boolean): Block[] {
  const { report, say } = telling;
  const folded = new Map<string, ReportAction[]>();
  const own: Block[] = [];
  for (const action of report.actions.filter(takes)) {
    if (action.considering || action.decided !== null) continue;
    const key = action.foldedInto === null ? null : `${action.foldedInto} ${action.verdict}`;
    if (key === null) own.push(actionEntry(action, false, telling));
    else folded.set(key, [...(folded.get(key) ?? []), action]);
  }
  const groups = [...folded.values()].map((actions) => {
    const [first] = actions as [ReportAction, ...ReportAction[]];
    const group = report.groups.find(({ id }) => id === first.foldedInto);
    const told = actionEntry({ ...first, text: group?.text ?? first.text }, false, telling);
    const members = text(say('reason.group', { actions: telling.series(actions.map((one) => one.text)) }));
    return told.kind === 'entry' ? { ...told, under: [members, ...(told.under ?? [])] } : told;
  });
  return apart([...own, ...groups]);
}

/** The open questions, and what each answer would settle of the verdicts that hang on it; what stays open is counted. */
function openEntries(telling: Telling): Block[] {
  const { report } = telling;
  return report.findOut.map(({ fact, ask, changes }) => {
    const answers = changes.map(({ answer, verdicts }) => {
      const known = report.questions
        .find(({ id }) => id === fact)
        ?.answers.find(({ id }) => id === answer)?.text;
      return entry(known ?? answer, outcomeWords(Object.entries(verdicts), telling));
    });
    return entry('', [{ text: ask, style: 'strong' }], answers);
  });
}

function outcomeWords(verdicts: readonly (readonly [string, string])[], telling: Telling): string {
  const { say } = telling;
  const settled = verdicts.filter(([, verdict]) => verdict !== 'silent' && verdict !== 'depends');
  const open = verdicts.filter(([, verdict]) => verdict === 'depends').length;
  const words = [
    ...verdictsWords(settled, telling),
    ...(open > 0 ? [say(settled.length > 0 ? 'open.still' : 'open.only-still', { count: open })] : []),
  ];
  return words.length === 0 ? say('open.nothing') : words.join('. ');
}

/** Where kinds of sources part ways, in words, with what settles it or where to ask. */
function partingEntry(
  { action, byKind, settledBy, stepText }: Report['partings'][number],
  telling: Telling,
): Block {
  const { say } = telling;
  const kinds = Object.entries(byKind).map(([kind, { verdict }]) =>
    entry(say(`kind.${kind as 'law'}`), say(`parting.${verdict as 'must'}`)),
  );
  const end =
    settledBy !== null
      ? [text(say('parting.settled', { because: throughWords({ priority: settledBy }, telling) }))]
      : [text(stepText === null ? say('parting.advice') : say('parting.step', { step: stepText }))];
  return entry('', [{ text: telling.action(action), style: 'strong' }], [...kinds, ...end]);
}

/** The answers that were used, filled in or put aside; what does not arise here is only counted. */
function answerEntries({ report, say }: Telling): Block[] {
  const arising = report.facts.filter(({ from }) => from !== 'does-not-apply');
  const others = report.facts.length - arising.length;
  const entries = arising.map(({ ask, text: answer, from }) => {
    const said = say('answered', { question: ask, answer });
    return entry('', from === 'given' ? said : say(`answers.${from as 'parked'}`, { answered: said }));
  });
  return others === 0 ? entries : [...entries, entry('', say('answers.not-arising', { count: others }))];
}

function sourceEntry(source: Report['sources'][number], telling: Telling): Block {
  const { say } = telling;
  const { how, on } = source.checked;
  return entry(say(`kind.${source.kind as 'law'}`), source.title, [
    ...(source.places.length > 0 ? [text(say('sources.places', { places: source.places.join('; ') }))] : []),
    ...(source.where === null ? [] : [text(say('sources.where', { where: source.where }))]),
    text(say(`checked.${how as 'text-seen'}`, { month: monthInWords(on) })),
  ]);
}

function faultEntry({ kind, rules, priorities }: Report['packFaults'][number], telling: Telling): Block {
  const { say, list } = telling;
  const because = (id: string): string =>
    telling.report.priorities.find((one) => one.id === id)?.because ?? id;
  return entry('', say(`fault.${kind as 'priority-cycle'}`), [
    text(say('fault.rules', { rules: list(rules) })),
    ...(priorities.length > 0
      ? [text(say('fault.priorities', { priorities: priorities.map(because).join('; ') }))]
      : []),
  ]);
}

const DIGEST_SHOWN = 12;

/** By which rules this was weighed, and what the tool is not. */
export function closing({ report, say }: Telling): Block[] {
  const { title, version, digest, reviewed } = report.pack;
  const short = digest.replace(/^sha256-/, '').slice(0, DIGEST_SHOWN);
  const values = { title, version, digest: short, tool: report.toolVersion };
  return [
    gap,
    text(say('closing.pack', values)),
    ...(reviewed === 'not-yet'
      ? [text(say('closing.not-reviewed'))]
      : [text(say('closing.reviewed', { reviewed }))]),
    text(say('closing.support')),
  ];
}
