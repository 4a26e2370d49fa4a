import { get, type MapNode, plain } from '../../document/node.ts';
import { openDocument } from '../../document/open.ts';
import { type DecidedAction, PARTS_PLAYED, type RecordVersion } from '../../model/record.ts';
import { InputError } from '../../problems/input-error.ts';
import { nearestOf } from '../../problems/nearest.ts';
import type { Problem } from '../../problems/problem.ts';
import { type Amendment, amendRecord } from '../../records/store/write-record.ts';
import { json } from '../../render/json.ts';
import type { Shell } from '../shell.ts';
import { openWith, recordNamed } from './open.ts';
import type { StoreOptions } from './options.ts';
import { textFrom } from './text-of.ts';
import { roleIn, takenIn, type WrittenTaken } from './written.ts';

/** The keys of an amendment file; its shape is `schemas/amendment.schema.json`. What is not in it stays as it was. */
interface Written {
  readonly because: string;
  readonly 'decided-on'?: string;
  readonly decided?: Readonly<Record<string, 'do' | 'do-not'>>;
  readonly reasons?: Readonly<Record<string, string>>;
  readonly other?: string;
  readonly reason?: string;
  readonly doubts?: string;
  readonly options?: readonly string[];
  readonly known?: RecordVersion['known'];
  readonly people?: Readonly<Partial<Record<(typeof PARTS_PLAYED)[number], readonly string[]>>>;
  readonly plan?: { readonly text?: string; readonly agreed?: RecordVersion['plan']['agreed'] };
  readonly taken?: readonly WrittenTaken[];
  readonly 'review-on'?: string;
}

/** Writes a new version of a decision. The versions before it stay as they are. E638 */
export async function amend(
  shell: Shell,
  word: string,
  options: StoreOptions & { readonly from: string },
): Promise<void> {
  const text = await textFrom(shell, options.from);
  const { value, problems } = openDocument({ file: options.from, text, kind: 'amendment' });
  if (!value) throw new InputError(problems);
  const written = plain(value) as Written;
  const store = await openWith(shell, options);
  const id = recordNamed(store, word);
  const entry = await amendRecord(store, id, {
    because: written.because,
    to: (version) => {
      refuseUnknown(version, value);
      return changed(version, written, shell.today());
    },
  });
  if (options.json === true) return shell.write(json({ schema: 'timbang.entries/1', entries: [entry] }));
  shell.tell(shell.say('record.amended.done', { id, version: entry.version ?? 0 }));
}

/** E638: an action that neither the result nor the decision names; a slip would be kept as if it were one. */
function refuseUnknown({ report, decision }: RecordVersion, amendment: MapNode): void {
  const known = [...report.actions, ...report.mentioned, ...decision.actions].map(({ id }) => id);
  const decided = get(amendment, 'decided');
  const fields = decided?.kind === 'map' ? decided.fields : [];
  const problems = fields
    .filter(({ key }) => !known.includes(key))
    .map(({ key, at: place }): Problem => {
      const nearest = nearestOf(key, known);
      return { code: 'E638', place, saw: key, ...(nearest !== undefined && { nearest }) };
    });
  if (problems.length > 0) throw new InputError(problems);
}

/** What a file changes of a version. Actions taken are added to those that are there. */
function changed(version: RecordVersion, written: Written, today: string): Amendment {
  const { people, plan, taken = [], options, known, doubts } = written;
  return {
    decidedOn: written['decided-on'] ?? today,
    decision: decisionOf(version, written),
    ...(options && { options: options.map((text) => ({ action: null, text })) }),
    ...(known && { known: { ...version.known, ...known } }),
    ...(doubts !== undefined && { doubts }),
    ...(people && { people: { ...version.people, ...rolesOf(people) } }),
    ...(plan && { plan: { ...version.plan, ...plan } }),
    taken: [...version.taken, ...takenIn(taken)],
    ...(written['review-on'] !== undefined && { reviewOn: written['review-on'] }),
  };
}

function rolesOf(people: NonNullable<Written['people']>): Partial<RecordVersion['people']> {
  const parts = PARTS_PLAYED.flatMap((part) =>
    people[part] ? [[part, people[part].map(roleIn)] as const] : [],
  );
  return Object.fromEntries(parts);
}

function decisionOf(version: RecordVersion, written: Written): RecordVersion['decision'] {
  const { decided = {}, reasons = {}, other, reason } = written;
  const { decision } = version;
  const known = new Map(decision.actions.map((one) => [one.id, one]));
  for (const [id, word] of Object.entries(decided)) known.set(id, actionDecided(version, id, word));
  const actions = [...known.values()].map(
    (one): DecidedAction => ({ ...one, reason: reasons[one.id] ?? one.reason }),
  );
  return { actions, other: other ?? decision.other, reason: reason ?? decision.reason };
}

/** An action decided otherwise, with the words and the verdict of the result as it was given. */
function actionDecided(
  { decision, report }: RecordVersion,
  id: string,
  decided: DecidedAction['decided'],
): DecidedAction {
  const told = report.actions.find((one) => one.id === id);
  const named = report.mentioned.find((one) => one.id === id);
  const before = decision.actions.find((one) => one.id === id);
  const against = decided === 'do' ? 'must-not' : 'must';
  return {
    id,
    text: told?.text ?? before?.text ?? named?.text ?? id,
    decided,
    verdict: told?.verdict ?? before?.verdict ?? 'silent',
    departs: told?.verdict === against,
    reason: before?.reason ?? null,
  };
}
