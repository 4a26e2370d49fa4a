import type { Finding, PackCheck } from '../model/finding.ts';
import type { Pack } from '../model/pack.ts';
import type { Lang } from '../model/text.ts';
import type { Say } from '../text/say.ts';
import { caseText } from './case-text.ts';
import { type Block, type Doc, entry, gap, text, title } from './doc.ts';
import { json } from './json.ts';
import { packHead } from './pack-head.ts';
import { witnessBlocks } from './witness.ts';

/** Told, and no reason to fail: two answers may be worth telling apart for the reader, and a budget may run out. */
const NOTES: readonly Finding['kind'][] = [
  'questions-ask-the-same',
  'rule-fires-unasked',
  'answers-never-differ',
  'priority-lifts',
  'rule-drawn',
  'not-proved',
];

export function isFault({ kind }: Finding): boolean {
  return !NOTES.includes(kind);
}

/** What a check of a pack found, in words: each finding with its place and the simplest dilemma that shows it. */
export function checkDoc(check: PackCheck, pack: Pack, { say, lang }: { say: Say; lang: Lang }): Doc {
  const faults = check.findings.filter(isFault);
  const notes = check.findings.filter((finding) => !isFault(finding));
  const tell = (finding: Finding) => findingBlock(finding, pack, { say, lang });
  return [
    title(say('check.title', { pack: pack.id, version: pack.version })),
    text(say('check.looked', { ...check.looked })),
    text(say('check.proved', { count: check.proved.length, of: check.looked.properties })),
    ...check.proved.map((id) => entry('', id)),
    gap,
    text(say(faults.length === 0 ? 'check.clean' : 'check.found', { count: faults.length })),
    ...faults.map(tell),
    ...(notes.length > 0 ? [gap, text(say('check.notes', { count: notes.length })), ...notes.map(tell)] : []),
  ];
}

function findingBlock(finding: Finding, pack: Pack, { say, lang }: { say: Say; lang: Lang }): Block {
  const [first = '', second = '', third = ''] = finding.about;
  const words = say(`check.${finding.kind}`, { first, second, third, all: finding.about.join(', ') });
  const place = finding.place
    ? [text(`${finding.place.file}:${finding.place.line}:${finding.place.column}`)]
    : [];
  return entry('', words, [
    ...place,
    ...(finding.witness ? witnessBlocks(finding.witness, pack, { say, lang }) : []),
  ]);
}

/** The same for programs; a witness is given as the text of a case file. */
export function checkJson(checks: readonly { check: PackCheck; pack: Pack }[]): string {
  return json(
    checks.map(({ check, pack }) => ({
      schema: 'timbang.pack-check/1',
      pack: packHead(pack),
      looked: check.looked,
      proved: check.proved,
      findings: check.findings.map((finding) => ({
        kind: finding.kind,
        fault: isFault(finding),
        about: finding.about,
        place: finding.place ?? null,
        witness: finding.witness ? caseText(finding.witness, pack.id) : null,
      })),
    })),
  );
}
