import type {
  ActionTaken,
  DecisionRecord,
  FollowUp,
  PartPlayed,
  RecordRole,
  RecordVersion,
  Review,
} from '../../model/record.ts';

type Change = (text: string) => string;

/**
 * The same record with every text that a person wrote changed. What comes from the pack (questions, answers, actions and
 * the result as given) and ids stay: nobody has written a name into them.
 */
export function mapTexts(record: DecisionRecord, change: Change): DecisionRecord {
  const [first, ...others] = record.versions.map((version) => mapVersion(version, change)) as [
    RecordVersion,
    ...RecordVersion[],
  ];
  return {
    ...record,
    versions: [first, ...others],
    followUps: record.followUps.map((one) => mapFollowUp(one, change)),
    reviews: record.reviews.map((one): Review => ({ ...one, text: mapped(one.text, change) })),
  };
}

/** All texts that a person wrote, in the order of the record. */
export function textsOf(record: DecisionRecord): string[] {
  const texts: string[] = [];
  mapTexts(record, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

function mapVersion(version: RecordVersion, change: Change): RecordVersion {
  const { decision, options, plan, people } = version;
  return {
    ...version,
    amends: mapped(version.amends, change),
    decision: {
      actions: decision.actions.map((one) => ({ ...one, reason: mapped(one.reason, change) })),
      other: mapped(decision.other, change),
      reason: mapped(decision.reason, change),
    },
    options: options.map((one) => (one.action === null ? { ...one, text: change(one.text) } : one)),
    doubts: mapped(version.doubts, change),
    people: mapPeople(people, change),
    plan: { ...plan, text: mapped(plan.text, change) },
    taken: version.taken.map((one) => mapTaken(one, change)),
  };
}

function mapPeople(people: RecordVersion['people'], change: Change): RecordVersion['people'] {
  const of = (part: PartPlayed): RecordRole[] => people[part].map((role) => mapRole(role, change));
  return {
    affected: of('affected'),
    consulted: of('consulted'),
    informed: of('informed'),
    heard: of('heard'),
    'to-hear': of('to-hear'),
    'not-to-tell': of('not-to-tell'),
  };
}

function mapFollowUp(followUp: FollowUp, change: Change): FollowUp {
  const taken = followUp.taken.map((one) => mapTaken(one, change));
  return { ...followUp, outcome: change(followUp.outcome), taken };
}

function mapTaken(taken: ActionTaken, change: Change): ActionTaken {
  return { ...taken, by: mapRole(taken.by, change), text: change(taken.text) };
}

function mapRole(role: RecordRole, change: Change): RecordRole {
  return role.id === null ? { ...role, text: change(role.text) } : role;
}

function mapped(text: string | null, change: Change): string | null {
  return text === null ? null : change(text);
}
