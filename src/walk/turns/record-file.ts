import type { Given } from '../../model/case-file.ts';
import type { ActionId } from '../../model/ids.ts';
import {
  type DecidedAction,
  type DecisionRecord,
  PARTS_PLAYED,
  type PartPlayed,
  type RecordedCase,
  type RecordId,
  type RecordRole,
  type RecordVersion,
} from '../../model/record.ts';
import type { Report } from '../../model/report.ts';
import { json } from '../../render/json.ts';
import { markdown } from '../../render/markdown.ts';
import { recordDoc } from '../../render/record.ts';
import { render } from '../../render/render.ts';
import { dilemmaOf, type WalkState } from '../fold/fold.ts';
import { WHOLE } from '../fold/steps.ts';
import type { Voice } from '../pages/voice.ts';

export type Format = 'md' | 'json';

export interface Recorded {
  readonly id: RecordId;
  readonly toolVersion: string;
  /** The result as it was shown: its texts are never looked up again. */
  readonly report: Report;
  readonly state: WalkState;
  readonly voice: Voice;
  /** Day of the decision, `2026-11-25`. */
  readonly today: string;
}

/** The decision as one file: the answers and how they are known, the result as given, what was decided and why. */
export function recordFile(format: Format, recorded: Recorded): string {
  const record = recordOf(recorded);
  if (format === 'json') return json(record);
  const { say } = recorded.voice;
  const result = render(recorded.report, { format: 'md', width: 80, style: { level: 0 }, plain: false, say });
  return `${markdown(recordDoc(record, say))}\n${result}`;
}

/** What a walkthrough has come to, as a decision record with one version. */
export function recordOf(recorded: Recorded): DecisionRecord {
  const { id, toolVersion, voice } = recorded;
  return {
    schema: 'timbang.decision/1',
    id,
    toolVersion,
    lang: voice.lang,
    versions: [versionOf(recorded)],
    followUps: [],
    reviews: [],
    redaction: null,
  };
}

function versionOf(recorded: Recorded): RecordVersion {
  const { report, state, today } = recorded;
  return {
    number: 1,
    decidedOn: today,
    writtenAt: null,
    author: { role: 'worker', key: null },
    amends: null,
    case: caseOf(state),
    known: Object.fromEntries((state.toldFacts ?? []).map((fact) => [fact, 'told' as const])),
    decision: {
      actions: decided(recorded),
      other: state.decision?.other || null,
      reason: state.reasons.get(WHOLE) || null,
    },
    options: options(recorded),
    doubts: state.notes.get('doubts') || null,
    people: people(recorded),
    plan: { text: state.notes.get('plan') || null, agreed: state.agreed ?? null },
    taken: taken(recorded),
    reviewOn: state.review ?? null,
    report,
  };
}

function caseOf(state: WalkState): RecordedCase {
  const { facts, topics, screened, considering } = dilemmaOf(state);
  return {
    facts: Object.fromEntries([...facts].map(([fact, given]) => [fact, written(given)])),
    ...(topics && { topics: [...topics] }),
    ...(screened.size > 0 && {
      screened: Object.fromEntries(
        [...screened].map(([topic, part]) => [topic, part ? 'yes' : 'no'] as const),
      ),
    }),
    ...(considering.length > 0 && { considering: [...considering] }),
  };
}

function written(given: Given): RecordedCase['facts'][string] {
  switch (given.kind) {
    case 'answer':
      return given.number ?? given.answer;
    case 'find-out':
      return { 'find-out': given.by };
    default:
      return given.kind;
  }
}

function decided({ report, state, voice }: Recorded): DecidedAction[] {
  const told = new Map(report.actions.map((one) => [one.id, one]));
  const one = (id: ActionId, word: 'do' | 'do-not'): DecidedAction => ({
    id,
    text: textOf(voice, id),
    decided: word,
    verdict: told.get(id)?.verdict ?? 'silent',
    departs: told.get(id)?.unmet ?? false,
    reason: state.reasons.get(id) || null,
  });
  return [
    ...(state.decision?.do ?? []).map((id) => one(id, 'do')),
    ...(state.decision?.leave ?? []).map((id) => one(id, 'do-not')),
  ];
}

function options({ state, voice }: Recorded): RecordVersion['options'] {
  const own = state.notes.get('option');
  return [
    ...state.considering.map((id) => ({ action: id, text: textOf(voice, id) })),
    ...(own ? [{ action: null, text: own }] : []),
  ];
}

function people({ state, voice }: Recorded): RecordVersion['people'] {
  const rolesIn = (part: PartPlayed): readonly RecordRole[] =>
    (state.people.get(part) ?? []).map((role) => ({ id: role, text: voice.say(`walk.role.${role}`) }));
  return Object.fromEntries(PARTS_PLAYED.map((part) => [part, rolesIn(part)])) as RecordVersion['people'];
}

function taken({ state, voice, today }: Recorded): RecordVersion['taken'] {
  const text = state.notes.get('taken');
  if (!text) return [];
  return [{ on: today, by: { id: 'worker', text: voice.say('record.role.worker') }, text, action: null }];
}

function textOf({ pack, read }: Voice, id: ActionId): string {
  const action = pack.actions.get(id);
  return action ? read(action.text) : id;
}
