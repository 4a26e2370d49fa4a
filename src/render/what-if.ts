import type { QuestionId } from '../model/assessment.ts';
import type { OwedWord, Toward, WhatIf } from '../model/what-if.ts';
import { type Block, type Doc, entry, gap, section, text, title } from './doc.ts';
import { json } from './json.ts';
import { actionWords, type Naming, questionOf, wordsOf } from './naming.ts';

/** What was asked, and what came of it: answers set otherwise, and ways toward a verdict. */
export interface Asked {
  readonly set?: { readonly answers: Readonly<Record<string, string>>; readonly changes: WhatIf };
  readonly toward: readonly Toward[];
}

/** What other answers would change, and which would give an action a verdict, in words. */
export function whatIfDoc({ set, toward }: Asked, naming: Naming): Doc {
  const { say } = naming;
  return [
    title(say('whatif.title')),
    ...(set
      ? section(say('whatif.set'), [
          ...answerBlocks(set.answers, naming),
          ...changeBlocks(set.changes, naming),
        ])
      : []),
    ...toward.flatMap((one) => towardBlocks(one, naming)),
  ];
}

function answerBlocks(answers: Readonly<Record<string, string>>, naming: Naming): Block[] {
  return Object.entries(answers).map((pair) => entry('', answered(pair, naming)));
}

function answered([question, answer]: readonly [string, string], naming: Naming): string {
  const asked = questionOf(question as QuestionId, naming);
  const words = asked.answers.find(({ id }) => id === answer)?.text ?? answer;
  return naming.say('answered', { question: asked.ask, answer: words });
}

/** What became of verdicts, steps and safeguards, line by line; or which answers cannot hold together. */
export function changeBlocks(changes: WhatIf, naming: Naming): Block[] {
  const { pack, say } = naming;
  if (changes.contradiction.length > 0) {
    const asks = changes.contradiction.map((fact) => entry('', questionOf(fact, naming).ask));
    return [gap, text(say('whatif.contradiction')), ...asks];
  }
  const acts = changes.actions.map(({ id, before, after }) =>
    line(actionWords(id, naming), [say(`verdict.${before}`), say(`verdict.${after}`)], naming),
  );
  const steps = changes.steps.map(({ id, before, after }) =>
    line(wordsOf(pack.steps.get(id)?.text, naming) || id, owedWords(before, after, naming), naming),
  );
  const safeguards = changes.safeguards.map(({ id, before, after }) =>
    line(actionWords(id, naming), owedWords(before, after, naming), naming),
  );
  if (acts.length + steps.length + safeguards.length === 0) return [gap, text(say('whatif.nothing'))];
  return [
    ...section(say('whatif.actions'), acts, 3),
    ...section(say('whatif.steps'), steps, 3),
    ...section(say('whatif.safeguards'), safeguards, 3),
  ];
}

function line(what: string, [before, after]: readonly [string, string], { say }: Naming): Block {
  return entry('', say('whatif.line', { what, before, after }));
}

function owedWords(before: OwedWord, after: OwedWord, { say }: Naming): [string, string] {
  return [say(`whatif.owed.${before}`), say(`whatif.owed.${after}`)];
}

function towardBlocks({ action, to, now, ways, more }: Toward, naming: Naming): Block[] {
  const { say } = naming;
  const heading = say('whatif.toward', {
    action: actionWords(action, naming),
    verdict: say(`verdict.${to}`),
  });
  const found =
    now === to
      ? [text(say('whatif.already'))]
      : ways.length === 0
        ? [text(say('whatif.no-way'))]
        : ways.map(({ kind, set }) =>
            entry(
              say(`change.${kind}`),
              Object.entries(set)
                .map((pair) => answered(pair, naming))
                .join('; '),
            ),
          );
  return section(heading, [
    text(say('whatif.now', { verdict: say(`verdict.${now}`) })),
    ...found,
    ...(more ? [text(say('whatif.more'))] : []),
  ]);
}

/** The same for programs. */
export function whatIfJson({ set, toward }: Asked, { pack, lang }: Naming): string {
  return json({
    schema: 'timbang.what-if/1',
    pack: { id: pack.id, version: pack.version, digest: pack.digest },
    lang,
    set: set?.answers ?? null,
    changes: set?.changes ?? null,
    toward,
  });
}
