import type { Report, ReportStep } from '../model/report.ts';
import { durationInWords, minutesOf } from '../text/durations.ts';
import { hasBegun, monthInWords } from '../text/months.ts';
import { ended } from './acts.ts';
import { type Block, entry, type Span, text } from './doc.ts';
import { actWords, ifWords, sourceChecked, type Telling } from './telling.ts';

/** How much is said of a step: everything; what to say and keep back, for what is owed; the same on fewer lines; its name and number. */
export type StepDetail = 'full' | 'lines' | 'sentence' | 'name';

/** One escalation step: by when, who, what to tell and keep back, and what stands in for it. */
export function stepEntry(step: ReportStep, detail: StepDetail, telling: Telling): Block {
  const name = { text: step.text, style: 'strong' } as const;
  if (detail === 'name') {
    const after = [...firstContact(step, telling), ...firstQuestion(step, telling)];
    const words = [
      ...maybe(step, telling),
      after.length > 0 ? { ...name, text: ended(step.text) } : name,
      ...after,
    ];
    return entry(withinWords(step, telling), words);
  }
  if (detail === 'lines' && step.owed === 'possible') {
    const asked = telling.questions(step.dependsOn);
    const lines = [
      ...(asked === '' ? [] : [telling.say('step.ask', { questions: asked })]),
      ...standingIn(step, telling),
    ];
    return entry(withinWords(step, telling), [...maybe(step, telling), name], lines.map(text));
  }
  const lines = [...conditionsOf(step, telling), ...contentsOf(step, telling)];
  if (detail === 'sentence') {
    const sentences = lines.map((line) => ({ text: ended(line) }));
    return entry(withinWords(step, telling), [{ ...name, text: ended(step.text) }, ...sentences]);
  }
  const more = detail === 'full' ? backgroundOf(step, telling) : [];
  return entry(withinWords(step, telling), [name], [...lines, ...more].map(text));
}

function maybe({ owed, prepare, reachable }: ReportStep, { say }: Telling): Span[] {
  if (reachable === 'no') return [{ text: say('step.unreachable') }];
  if (prepare) return [{ text: say('step.only-prepare') }];
  return owed === 'possible' ? [{ text: say('step.perhaps') }] : [];
}

/** What is only prepared is never shown without a question to ask first. */
function firstQuestion({ prepare, dependsOn: [first] }: ReportStep, { say, question }: Telling): Span[] {
  return prepare && first !== undefined ? [{ text: say('step.ask', { questions: question(first) }) }] : [];
}

function firstContact({ contacts: [first] }: ReportStep, telling: Telling): Span[] {
  return first ? [{ text: telling.say('step.by', { contact: contactWords(first, telling) }) }] : [];
}

export function withinWords(step: Pick<ReportStep, 'within'>, { say }: Telling): string {
  return minutesOf(step.within) === 0 ? say('step.at-once') : durationInWords(step.within, say);
}

/** What a reader has to know before acting on a step: that it is only prepared, may not be needed, or stands in. */
function conditionsOf(step: ReportStep, telling: Telling): string[] {
  const { say } = telling;
  const asked = telling.questions(step.dependsOn);
  return [
    ...(step.owed === 'if' ? [say('step.if', { condition: ifWords(step.if, telling) })] : []),
    ...(step.prepare
      ? [asked === '' ? say('step.prepare') : say('step.prepare-ask', { questions: asked })]
      : []),
    ...(step.owed === 'possible' && !step.prepare && asked !== ''
      ? [say('step.possible', { questions: asked })]
      : []),
    ...standingIn(step, telling),
  ];
}

/** Whom a step stands in for, and that somebody cannot be reached. */
function standingIn(step: ReportStep, { report, say }: Telling): string[] {
  const instead = report.escalation.find(({ id }) => id === step.insteadOf)?.text;
  return [
    ...(instead === undefined ? [] : [say('step.instead', { step: instead })]),
    ...(step.reachable === 'no' ? [say('step.out-of-reach', { role: step.toText })] : []),
  ];
}

function contentsOf(step: ReportStep, telling: Telling): string[] {
  const { say } = telling;
  // Where somebody cannot be reached, what stands in is a step of its own.
  const told = new Set(
    telling.report.escalation.filter(({ insteadOf }) => insteadOf === step.id).map(({ id }) => id),
  );
  const fallback = step.fallback.flatMap((id, at) => (told.has(id) ? [] : [step.fallbackTexts[at] ?? id]));
  return [
    ...step.contacts.map((contact) => say('step.contact', { contact: contactWords(contact, telling) })),
    say('step.tell', { what: step.tell }),
    ...(step.withhold === null ? [] : [say('step.withhold', { what: step.withhold })]),
    ...(fallback.length === 0 ? [] : [say('step.fallback', { steps: telling.series(fallback) })]),
  ];
}

function backgroundOf(step: ReportStep, telling: Telling): string[] {
  const { say } = telling;
  return [
    ...(step.fromText === '' ? [] : [say('step.from', { event: step.fromText })]),
    say('reason.because', { because: step.because }),
    say('reason.source', { source: sourceChecked(step.source, telling) }),
  ];
}

type ContactLike = Omit<ReportStep['contacts'][number], 'id'>;

/** A contact with what to dial and the month in which it was last seen; marked when that is too long ago for `today`. */
export function contactWords(contact: ContactLike, { say, today }: Pick<Telling, 'say' | 'today'>): string {
  const seen = monthInWords(contact.checked);
  const past = today !== undefined && hasBegun(contact.checkAgain, today);
  const values = { contact: contact.text, reach: contact.reach ?? '', seen };
  if (contact.reach === null) return say(past ? 'contact.local-again' : 'contact.local', values);
  return say(past ? 'contact.again' : 'contact.seen', values);
}

/** What is owed only under some decision, or perhaps, told under that decision; `skip` leaves out what stands elsewhere. */
export function conditionalEntries(
  telling: Telling,
  skip: (one: Report['safeguards'][number] | ReportStep) => boolean = () => false,
): Block[] {
  const { report, say } = telling;
  const byDecision = new Map<string, Block[]>();
  const add = (decision: string, block: Block): void => {
    byDecision.set(decision, [...(byDecision.get(decision) ?? []), block]);
  };
  for (const safeguard of report.safeguards) {
    if (safeguard.owed !== 'if' || skip(safeguard)) continue;
    const act = actWords(safeguard, telling);
    const words = safeguard.prepare ? say('safeguard.prepare', { action: act }) : act;
    add(ifWords(safeguard.if, telling), entry(say(`phase.${safeguard.phase as 'now'}`), words));
  }
  for (const step of report.escalation) {
    if (step.owed !== 'if' || skip(step)) continue;
    const words = step.prepare ? say('safeguard.prepare', { action: step.text }) : step.text;
    add(ifWords(step.if, telling), entry(withinWords(step, telling), words));
  }
  return [...byDecision].map(([decision, under]) =>
    entry('', say('if.then', { condition: decision }), under),
  );
}

/** What may turn out to be owed, with the questions that decide it. */
export function possibleSafeguards(telling: Telling): Block[] {
  const { report, say, questions } = telling;
  return report.safeguards
    .filter(({ owed }) => owed === 'possible')
    .map((safeguard) => {
      const values = {
        action: actWords(safeguard, telling),
        questions: questions(safeguard.dependsOn),
      };
      return entry('', say(safeguard.prepare ? 'safeguard.possible-prepare' : 'safeguard.possible', values));
    });
}
