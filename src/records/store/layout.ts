import path from 'node:path';
import type { RecordId } from '../../model/record.ts';

/** Where everything of a store stands. */
export interface Layout {
  readonly folder: string;
  readonly journal: string;
  /** One age file for each piece of a record. */
  readonly records: string;
  /** What is being written. */
  readonly drafts: string;
  /** One index for each key. */
  readonly indexes: string;
  /** How to read the store without this program. */
  readonly readMe: string;
}

export function layoutOf(folder: string): Layout {
  return {
    folder,
    journal: path.join(folder, 'journal.jsonl'),
    records: path.join(folder, 'records'),
    drafts: path.join(folder, 'drafts'),
    indexes: path.join(folder, 'index'),
    readMe: path.join(folder, 'README.txt'),
  };
}

/** The name of the file of one piece. */
export function pieceName(id: RecordId, piece: number): string {
  return `${id}.${String(piece).padStart(4, '0')}.age`;
}

const PIECE = /^(DR-\d{4}-[0-9A-HJKMNP-TV-Z]{8,26})\.(\d{4,})(?:\.[0-9a-f]{16})?\.age$/;

/** Which piece a file name is of, also that of a draft; `undefined`: of none. */
export function pieceOfName(name: string): { readonly id: RecordId; readonly piece: number } | undefined {
  const [, id, number] = PIECE.exec(name) ?? [];
  return id === undefined ? undefined : { id: id as RecordId, piece: Number(number) };
}
