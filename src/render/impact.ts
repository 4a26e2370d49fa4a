import type { Impact } from '../model/impact.ts';
import type { Pack } from '../model/pack.ts';
import type { Report } from '../model/report.ts';
import type { Lang } from '../model/text.ts';
import type { Say } from '../text/say.ts';
import { type Block, type Doc, entry, section, text, title } from './doc.ts';
import { json } from './json.ts';
import { actionWords, type Naming, namingOf, questionOf, wordsOf } from './naming.ts';
import type { Compared } from './pack-diff.ts';
import { packHead } from './pack-head.ts';
import { changeBlocks } from './what-if.ts';

/** What became of the dilemma in one file, or in one record. */
export interface FileImpact {
  readonly file: string;
  readonly impact: Impact;
  /** The rules by which it was decided, where they are not those of the first pack. */
  readonly rules?: Pick<Report['pack'], 'id' | 'version'>;
}

interface Telling extends Compared {
  readonly say: Say;
  readonly lang: Lang;
}

/** Which past dilemmas would be decided otherwise, and how, in words; those that stay as they are are counted. */
export function impactDoc(files: readonly FileImpact[], telling: Telling): Doc {
  const { say, first, second } = telling;
  const changed = files.filter(({ impact }) => impact.changed);
  return [
    title(
      say('impact.title', {
        first: `${first.ref} ${first.pack.version}`,
        second: `${second.ref} ${second.pack.version}`,
      }),
    ),
    text(say('impact.counts', { of: files.length, changed: changed.length })),
    ...changed.flatMap((one) => section(one.file, changedBlocks(one.impact, telling), 3)),
    ...section(
      say('impact.aside'),
      files.flatMap((one) => asideBlocks(one, telling)),
    ),
  ];
}

function changedBlocks({ headline, changes, departs }: Impact, telling: Telling): Block[] {
  const { say } = telling;
  const naming = jointNaming(telling);
  const { before, after } = headline;
  return [
    ...(before === after || changes.contradiction.length > 0
      ? []
      : [text(say('impact.headline', { before: say(`impact.${before}`), after: say(`impact.${after}`) }))]),
    ...departs.map((id) => text(say('impact.departs', { action: actionWords(id, naming) }))),
    ...changeBlocks(changes, naming),
  ];
}

/** Names by the second pack; what only the first has, by that. */
function jointNaming({ first: { pack: first }, second: { pack: second }, lang }: Telling): Naming {
  const both = <K, V>(one: ReadonlyMap<K, V>, other: ReadonlyMap<K, V>) => new Map([...one, ...other]);
  const pack: Pack = {
    ...second,
    topics: both(first.topics, second.topics),
    facts: both(first.facts, second.facts),
    actions: both(first.actions, second.actions),
    steps: both(first.steps, second.steps),
  };
  return namingOf(pack, lang);
}

/** What a reader has to know of files that could not be compared in full. */
function asideBlocks(
  { file, rules, impact: { leftOut, refusedBefore } }: FileImpact,
  telling: Telling,
): Block[] {
  const { say } = telling;
  const naming = jointNaming(telling);
  return [
    ...(rules ? [entry('', say('impact.other-rules', { file, id: rules.id, version: rules.version }))] : []),
    ...(refusedBefore ? [entry('', say('impact.refused-before', { file }))] : []),
    ...(leftOut.length > 0
      ? [
          entry(
            '',
            say('impact.left-out', { file }),
            leftOut.map((fact) => text(questionOf(fact, naming).ask)),
          ),
        ]
      : []),
  ];
}

/** The same for programs. */
export function impactJson(files: readonly FileImpact[], telling: Telling): string {
  const { first, second, lang } = telling;
  const naming = jointNaming(telling);
  return json({
    schema: 'timbang.impact/1',
    lang,
    first: packHead(first.pack),
    second: packHead(second.pack),
    files: files.map(({ file, impact: { changed, refusedBefore, headline, departs, leftOut, changes } }) => ({
      file,
      changed,
      refusedBefore,
      headline,
      departs,
      leftOut,
      contradiction: changes.contradiction,
      actions: changes.actions.map((one) => ({ ...one, text: actionWords(one.id, naming) })),
      steps: changes.steps.map((one) => ({
        ...one,
        text: wordsOf(naming.pack.steps.get(one.id)?.text, naming),
      })),
      safeguards: changes.safeguards.map((one) => ({ ...one, text: actionWords(one.id, naming) })),
    })),
  });
}
