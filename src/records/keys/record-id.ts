import { randomBytes } from 'node:crypto';
import type { RecordId } from '../../model/record.ts';
import { crockford } from './crockford.ts';

const FORM = /^DR-\d{4}-[0-9A-HJKMNP-TV-Z]{8,26}$/;

/** A new random name for a record; only the year says something. */
export function newRecordId(year: string): RecordId {
  return `DR-${year}-${crockford(randomBytes(10))}`;
}

/** Whether this can be the name of a record: then it leads out of no folder and is no name of a device. */
export function isRecordId(text: string): text is RecordId {
  return FORM.test(text);
}
