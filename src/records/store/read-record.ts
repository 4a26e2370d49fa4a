import path from 'node:path';
import type {
  DecisionRecord,
  FollowUp,
  IndexRow,
  RecordId,
  RecordVersion,
  Review,
} from '../../model/record.ts';
import { Bug } from '../../problems/bug.ts';
import { InputError } from '../../problems/input-error.ts';
import { faultOf, readSafe } from '../disk/safe-file.ts';
import type { Piece, Trail } from '../journal/state.ts';
import { catchUp } from './catch-up.ts';
import { pieceName } from './layout.ts';
import { type Content, unsealPiece } from './pieces.ts';
import type { Store } from './store.ts';

/** What the journal says of a record. E608: there is none of this name. E628: it was purged. */
export function trailOf({ journal }: Store, id: RecordId): Trail {
  const trail = journal.state.trails.get(id);
  if (!trail) throw new InputError([{ code: 'E608', saw: id }]);
  if (trail.purged) throw new InputError([{ code: 'E628', saw: id }]);
  return trail;
}

/**
 * Reads a record with everything that was written about it, each piece compared with the journal.
 *
 * That somebody has looked at it is not journaled here: `viewed` is the caller's to say.
 *
 * @throws InputError. E608, E628; E613: it is encrypted for others; E614: a piece is missing or was changed.
 */
export async function readRecord(store: Store, id: RecordId): Promise<DecisionRecord> {
  catchUp(store);
  const trail = trailOf(store, id);
  const contents: Content[] = [];
  for (const piece of trail.pieces) contents.push(await readPiece(store, id, piece));
  return assembled(id, contents);
}

/** Reads one piece. */
export async function readPiece(store: Store, record: RecordId, piece: Piece): Promise<Content> {
  const file = path.join(store.layout.records, pieceName(record, piece.number));
  const bytes = readSafe(file);
  if (!bytes) throw faultOf('E614', file);
  return unsealPiece({ file, bytes, record, piece, age: store.identity.age });
}

function assembled(id: RecordId, contents: readonly Content[]): DecisionRecord {
  const head = contents.flatMap((content) => ('head' in content ? [content.head] : []))[0];
  const versions = contents.flatMap((content): RecordVersion[] =>
    'version' in content ? [content.version] : [],
  );
  const [first, ...later] = versions;
  if (!head || !first) throw new Bug('the first piece of a record is its decision');
  return {
    schema: 'timbang.decision/1',
    id,
    ...head,
    versions: [first, ...later],
    followUps: contents.flatMap((content): FollowUp[] => ('followUp' in content ? [content.followUp] : [])),
    reviews: contents.flatMap((content): Review[] => ('review' in content ? [content.review] : [])),
    redaction: null,
  };
}

/** The row of a record: what the journal says, and what its last version and its last follow-up say. */
export async function rowOf(store: Store, trail: Trail): Promise<IndexRow | undefined> {
  const { pieces } = trail;
  const [first] = pieces;
  const last = pieces.findLast(({ kind }) => kind === 'recorded' || kind === 'amended');
  const followed = pieces.findLast(({ kind, seq }) => kind === 'followed-up' && seq > (last?.seq ?? 0));
  const latest = pieces.findLast(({ kind }) => kind === 'followed-up');
  if (!first || !last) return undefined;
  try {
    const head = await readPiece(store, trail.id, first);
    const current = first === last ? head : await readPiece(store, trail.id, last);
    const followUp = latest && (await readPiece(store, trail.id, latest));
    if (!('head' in head) || !('version' in current)) return undefined;
    return row(trail, {
      lang: head.head.lang,
      version: current.version,
      ...(followUp && 'followUp' in followUp && { followUp: followUp.followUp }),
      isNewer: followed !== undefined,
    });
  } catch (error) {
    // A record that is for others has no row; one that was damaged is told of by verify, and keeps the rest readable.
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

interface Told {
  readonly lang: string;
  readonly version: RecordVersion;
  readonly followUp?: FollowUp;
  /** The follow-up is of the last version. */
  readonly isNewer: boolean;
}

function row(trail: Trail, { lang, version, followUp, isNewer }: Told): IndexRow {
  const { report } = version;
  return {
    id: trail.id,
    version: trail.version,
    state: trail.state,
    author: trail.author,
    decidedOn: version.decidedOn,
    reviewOn: followUp && isNewer ? followUp.reviewOn : version.reviewOn,
    lang,
    pack: report.pack.id,
    packVersion: report.pack.version,
    headline: report.headline,
    dilemmas: report.dilemmas.map(({ id, actions }) => id ?? actions.join('+')),
    yields: report.principles.filter(({ status }) => status === 'yields').map(({ id }) => id),
    departures: version.decision.actions.filter(({ departs }) => departs).map(({ id }) => id),
    followUps: trail.followUps,
    effective: followUp?.effective ?? null,
    held: trail.held,
  };
}
