import type { Prompter } from '../../ask/prompter.ts';
import {
  aroundWord,
  findPieces,
  leftoverWords,
  type Piece,
  replacePieces,
  wordsIn,
} from '../../export/redact/find-pieces.ts';
import { textsOf } from '../../export/redact/record-texts.ts';
import { redact } from '../../export/redact/redact.ts';
import type { Audience, DecisionRecord } from '../../model/record.ts';
import { InputError } from '../../problems/input-error.ts';
import { noteEntry } from '../../records/store/keep.ts';
import { readRecord } from '../../records/store/read-record.ts';
import { json } from '../../render/json.ts';
import { catalogue } from '../../text/catalogue.ts';
import { type Say, sayIn } from '../../text/say.ts';
import type { Shell } from '../shell.ts';
import { askText, askWord } from './ask-for.ts';
import { type CopyFormat, copyOf } from './copies.ts';
import { type Decisions, readDecisions, UNDECIDED } from './decisions.ts';
import { checkFree, giveOut } from './give-out.ts';
import { openWith, recordNamed } from './open.ts';
import type { StoreOptions } from './options.ts';
import { asking, textFrom } from './text-of.ts';

export interface RedactRecordOptions extends StoreOptions {
  readonly for: Audience;
  readonly names?: string;
  readonly decisions?: string;
  readonly propose?: boolean;
  readonly format?: CopyFormat;
  readonly out?: string;
}

/**
 * Makes a redacted copy of one record: pieces are proposed and each is decided by a person, then every word in capitals
 * that is left. It refuses rather than leaks: E640, E642.
 */
export async function redactRecord(shell: Shell, word: string, options: RedactRecordOptions): Promise<void> {
  const { for: audience, format = 'md', names, out } = options;
  if (options.propose !== true) checkFree(out);
  const store = await openWith(shell, options);
  const id = recordNamed(store, word);
  const record = await readRecord(store, id);
  const listed = names === undefined ? [] : (await textFrom(shell, names)).split('\n');
  const texts = textsOf(record);
  const open: Open = {
    pieces: findPieces(texts, listed),
    texts,
    known: ordinaryWords(record),
    voice: sayIn(record.lang),
  };
  // What is shown to be decided is the text of the case.
  await noteEntry(store, { kind: 'viewed', record: id });
  if (options.propose === true) return shell.write(json(proposalOf(open)));
  const decided =
    options.decisions === undefined
      ? await asking(shell, (prompter) => decideAt(shell, prompter, open))
      : readDecisions(options.decisions, await textFrom(shell, options.decisions));
  refuseUndecided(decided, open);
  const copy = redact(record, { audience, at: shell.clock().toISOString(), by: decided.replace });
  await giveOut({ shell, store, out, of: [id] }, await copyOf(shell, [copy], { format, full: true }), {
    kind: 'redacted',
    audience,
    format,
  });
  shell.tell(shell.say('redact.not-anonymous'));
}

/** What people who never saw the case have written: the result that was given, and the program's own words. */
function ordinaryWords({ versions, lang }: DecisionRecord): Set<string> {
  const written = versions.map(({ report }) => JSON.stringify(report));
  return wordsIn([...written, ...Object.values(catalogue[lang] ?? catalogue.id)]);
}

/** The file of decisions, with everything still to be decided: what `--decisions` takes once each line is filled in. */
function proposalOf({ pieces, texts, known, voice }: Open): object {
  const by = proposed(pieces, voice);
  return {
    schema: 'timbang.redaction/1',
    pieces: pieces.map(({ find, kind, around }) => ({
      find,
      kind,
      around,
      proposed: by.get(find),
      replace: UNDECIDED,
    })),
    words: leftoverWords(
      texts.map((text) => replacePieces(text, by)),
      known,
    ).map((find) => ({ find, around: aroundWord(texts, find), replace: UNDECIDED })),
  };
}

/** What each piece would be replaced by: a word for its kind, people numbered in their order. */
function proposed(pieces: readonly Piece[], voice: Say): Map<string, string> {
  const people = [...new Set(pieces.flatMap(({ name }) => (name === undefined ? [] : [name])))];
  return new Map(
    pieces.map(({ find, kind, name }) => [
      find,
      kind === 'listed' || kind === 'name'
        ? voice('redact.person', { number: people.indexOf(name ?? '') + 1 })
        : voice(`redact.word.${kind}`),
    ]),
  );
}

interface Open {
  readonly pieces: readonly Piece[];
  readonly texts: readonly string[];
  /** Words that the rules and the program use themselves. */
  readonly known: ReadonlySet<string>;
  /** The voice of the record, in which words are put in the place of others. */
  readonly voice: Say;
}

async function decideAt(
  shell: Shell,
  prompter: Prompter,
  { pieces, texts, known, voice }: Open,
): Promise<Decisions> {
  const { say } = shell;
  const by = proposed(pieces, voice);
  const [replace, keep] = [new Map<string, string>(), new Set<string>()];
  const decide = async (find: string, around: string, word: string): Promise<void> => {
    const answer = await askWord(prompter, say('redact.ask', { find, around }), [
      { value: 'replace', label: say('redact.ask.replace', { word }) },
      { value: 'other', label: say('redact.ask.other') },
      { value: 'keep', label: say('redact.ask.keep') },
    ]);
    if (answer === 'keep') keep.add(find);
    else
      replace.set(find, answer === 'replace' ? word : await askText(prompter, say('redact.ask.by'), shell));
  };
  for (const { find, around } of pieces) await decide(find, around, by.get(find) ?? '');
  const left = leftoverWords(
    texts.map((text) => replacePieces(text, replace)),
    known,
  );
  for (const find of left)
    if (!keep.has(find)) await decide(find, aroundWord(texts, find), voice('redact.word.other'));
  return { replace, keep };
}

/** E642: a piece or a word in capitals was decided by nobody. */
function refuseUndecided({ replace, keep }: Decisions, { pieces, texts, known }: Open): void {
  const decided = new Set([...replace.keys(), ...keep]);
  // Words inside of what a person let stand, or has put in place of another, were looked at with it.
  const seen = new Set([...keep, ...replace.values()].flatMap((text) => text.match(/[\p{L}'-]+/gu) ?? []));
  const left = leftoverWords(
    texts.map((text) => replacePieces(text, replace)),
    known,
  );
  const open = [
    ...pieces.filter(({ find }) => !decided.has(find)),
    ...left.filter((word) => !decided.has(word) && !seen.has(word)),
  ];
  if (open.length > 0) throw new InputError([{ code: 'E642', saw: String(open.length) }]);
}
