import type { StepId } from '../../model/ids.ts';
import type { Contact, Role, Step, Trigger } from '../../model/pack.ts';
import { durationInWords, minutesOf } from '../../text/durations.ts';
import { choiceInWords } from '../../text/lists.ts';
import { monthInWords } from '../../text/months.ts';
import { type Naming, wordsOf } from '../naming.ts';
import { conditionItem, conditionRows } from './conditions.ts';
import { actionLink, contactLink, itemsOf, roleLink, sourceRows, stepLink, targetOf } from './links.ts';
import { anchorOf, fill, type Item, type Piece, type Row, row } from './page.ts';

/** A step with who is told, how soon, what to say and keep back, and the ladder of what stands in for it. */
export function stepPiece(step: Step, naming: Naming): Piece {
  const { say, pack } = naming;
  const within = minutesOf(step.within) === 0 ? say('step.at-once') : durationInWords(step.within, say);
  return {
    kind: 'piece',
    anchor: anchorOf('step', step.id),
    title: [wordsOf(step.text, naming)],
    id: step.id,
    rows: [
      ...row(say('docs.to'), [roleLink(step.to, naming)]),
      ...triggerRows(step, naming),
      ...row(say('docs.phase'), say(`phase.${step.phase}`)),
      ...row(
        say('docs.within'),
        fill(say('docs.within-from'), { within, event: wordsOf(pack.events.get(step.from)?.text, naming) }),
      ),
      ...row(say('docs.tell'), wordsOf(step.tell, naming)),
      ...row(say('docs.withhold'), wordsOf(step.withhold, naming)),
      ...row(say('docs.needs'), say(`docs.needs.${step.needs}`)),
      ...row(say('docs.contacts'), [], itemsOf(step.contacts.map((id) => contactLink(id, naming)))),
      ...row(say('docs.fallback'), [], fallbackItems(step, naming, [step.id])),
      ...actRows(step, naming),
      ...row(say('docs.because'), wordsOf(step.because, naming)),
      ...sourceRows([step.source], naming),
    ],
  };
}

/** Who learns of it, and whether it takes the choice from somebody: of actions and steps alike. */
export function actRows(act: Pick<Step, 'discloses' | 'coerces'>, { say }: Naming): Row[] {
  return [
    ...row(
      say('docs.discloses'),
      act.discloses === 'none' ? undefined : say(`docs.discloses.${act.discloses}`),
    ),
    ...row(say('docs.coerces'), act.coerces ? say('docs.coerces-means') : undefined),
  ];
}

/** The ladder: what stands in for a step, and for that. */
function fallbackItems(step: Step, naming: Naming, above: readonly StepId[]): Item[] {
  return step.fallback.map((id) => {
    const next = naming.pack.steps.get(id);
    const words = [stepLink(id, naming)];
    if (!next || next.fallback.length === 0 || above.includes(id)) return { words };
    return { words, under: fallbackItems(next, naming, [...above, id]) };
  });
}

function triggerRows(step: Step, naming: Naming): Row[] {
  const { say } = naming;
  const label = say('docs.brought-by');
  const items = step.triggers.map((trigger) => triggerItem(trigger, naming));
  const [only] = items;
  if (!only) return row(label, say('docs.only-fallback'));
  return items.length === 1 ? row(label, only.words, only.under) : row(label, say('docs.any'), items);
}

function triggerItem(trigger: Trigger, naming: Naming): Item {
  const { say, pack } = naming;
  switch (trigger.kind) {
    case 'when':
      return conditionItem(trigger.when, naming);
    case 'on': {
      const verdicts = trigger.verdicts.map((verdict) => say(`verdict.${verdict}`));
      const verdict = choiceInWords(verdicts, say);
      return {
        words: fill(say('docs.on-verdict'), { verdict, action: [actionLink(trigger.action, naming)] }),
      };
    }
    case 'dilemma': {
      if (trigger.dilemma === 'any') return { words: [say('docs.any-dilemma')] };
      const text = wordsOf(pack.dilemmas.get(trigger.dilemma)?.because, naming) || trigger.dilemma;
      const to = targetOf('dilemmas', trigger.dilemma);
      const dilemma = to ? [{ kind: 'link' as const, text, to }] : text;
      return { words: fill(say('docs.this-dilemma'), { dilemma }) };
    }
    case 'parting':
      return { words: [say('docs.any-parting')] };
  }
}

export function rolePiece(role: Role, naming: Naming): Piece {
  const { say, pack } = naming;
  const steps = [...pack.steps.values()].filter(({ to }) => to === role.id);
  return {
    kind: 'piece',
    anchor: anchorOf('role', role.id),
    title: [wordsOf(role.text, naming)],
    id: role.id,
    rows: [
      ...conditionRows(say('docs.reachable'), role.reachableWhen, naming),
      ...row(say('docs.contacts'), [], itemsOf(role.contacts.map((id) => contactLink(id, naming)))),
      ...row(say('docs.steps'), [], itemsOf(steps.map(({ id }) => stepLink(id, naming)))),
    ],
  };
}

export function contactPiece(contact: Contact, naming: Naming): Piece {
  const { say } = naming;
  return {
    kind: 'piece',
    anchor: anchorOf('contact', contact.id),
    title: [wordsOf(contact.text, naming)],
    id: contact.id,
    rows: [
      ...row(say('docs.reach'), contact.reach ?? say('docs.reach-local')),
      ...row(say('docs.remark'), wordsOf(contact.note, naming)),
      ...row(say('docs.last-seen'), monthInWords(contact.checked)),
      ...row(say('docs.check-again'), monthInWords(contact.checkAgain)),
      ...row(say('docs.source'), contact.source),
    ],
  };
}
