import type { Audience, DecisionRecord, Moment } from '../../model/record.ts';
import { InputError } from '../../problems/input-error.ts';
import { holdsPiece, replacePieces } from './find-pieces.ts';
import { mapTexts, textsOf } from './record-texts.ts';

export interface RedactOptions {
  readonly audience: Audience;
  readonly at: Moment;
  /** What each piece is replaced by; a piece that stays is not in it. */
  readonly by: ReadonlyMap<string, string>;
}

/**
 * A copy of a record in which the pieces are replaced; it says so of itself. It is never called anonymous: whoever knows
 * the case may know the person.
 *
 * @throws InputError E640: a replaced piece is still somewhere in the copy, which is then not given out
 */
export function redact(record: DecisionRecord, { audience, at, by }: RedactOptions): DecisionRecord {
  const copy: DecisionRecord = {
    ...mapTexts(record, (text) => replacePieces(text, by)),
    redaction: { audience, at, replaced: by.size },
  };
  // Not the texts that were changed but all there are, so that one that was forgotten there is seen here.
  const written = writtenIn(copy);
  const left = [...by.keys()].filter((piece) => written.some((text) => holdsPiece(text, piece)));
  // Closed rather than leaking.
  if (left.length > 0) throw new InputError([{ code: 'E640', saw: String(left.length) }]);
  return copy;
}

/** A copy without any text that a person wrote: each is replaced by the same word. */
export function withoutTexts(
  record: DecisionRecord,
  { audience, at }: Omit<RedactOptions, 'by'>,
  word: string,
): DecisionRecord {
  const replaced = textsOf(record).length;
  return { ...mapTexts(record, () => word), redaction: { audience, at, replaced } };
}

/** Every text of a record that is not word for word in its result. */
function writtenIn(record: DecisionRecord): string[] {
  const given = new Set(record.versions.flatMap(({ report }) => stringsOf(report)));
  const { versions, ...others } = record;
  const written = versions.map((version) => ({ ...version, report: null }));
  return stringsOf([others, written]).filter((text) => !given.has(text));
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
