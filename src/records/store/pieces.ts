import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type {
  DecisionRecord,
  EntryKind,
  FollowUp,
  RecordId,
  RecordVersion,
  Review,
} from '../../model/record.ts';
import { faultOf } from '../disk/safe-file.ts';
import type { Piece } from '../journal/state.ts';
import { decryptWith, encryptFor } from '../keys/age.ts';
import { commitmentOf, newSalt } from '../proof/commitment.ts';
import { jcs } from '../proof/jcs.ts';
import { sha256 } from '../proof/merkle.ts';

/** The head of a record, which its first piece says once. */
export type RecordHead = Pick<DecisionRecord, 'toolVersion' | 'lang'>;

/** What one piece says: a version of the decision, a follow-up or a review. */
export type Content =
  | { readonly head: RecordHead; readonly version: RecordVersion }
  | { readonly version: RecordVersion }
  | { readonly followUp: FollowUp }
  | { readonly review: Review };

/** What is committed to: the content, and which piece of which record it is. */
interface Said {
  readonly schema: 'timbang.piece/1';
  readonly record: RecordId;
  readonly piece: number;
  readonly kind: EntryKind;
  readonly content: Content;
}

/** A piece ready to be written. */
export interface SealedPiece {
  readonly bytes: Uint8Array;
  readonly commitment: string;
  readonly cipher: string;
}

const [zip, unzip] = [promisify(gzip), promisify(gunzip)];
/** A packed piece may unfold to this many bytes and no more. */
const MOST = 16 * 1024 * 1024;

/** Encrypts one piece for its readers. Without the program: `age -d -i KEY FILE | gunzip | jq .said`. */
export async function sealPiece(
  piece: Omit<Said, 'schema'>,
  recipients: readonly string[],
): Promise<SealedPiece> {
  const said: Said = { schema: 'timbang.piece/1', ...piece };
  const salt = newSalt();
  const text = jcs({ salt, said });
  const bytes = await encryptFor(recipients, await zip(text));
  return { bytes, commitment: commitmentOf(salt, said), cipher: hexOf(bytes) };
}

/** The hash by which the journal knows the bytes of a file. */
export function hexOf(bytes: Uint8Array): string {
  return sha256(bytes).toString('hex');
}

export interface Unsealing {
  /** How the file is called in problems. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly record: RecordId;
  /** What the journal says of it. */
  readonly piece: Piece;
  /** The secret of the reader. */
  readonly age: string;
}

/**
 * Decrypts a piece and compares it with what the journal says.
 *
 * @throws InputError. E613: it is encrypted for others. E614: it is not what was written.
 */
export async function unsealPiece({ file, bytes, record, piece, age }: Unsealing): Promise<Content> {
  if (hexOf(bytes) !== piece.cipher) throw faultOf('E614', file);
  const packed = await decryptWith(age, bytes);
  if (!packed) throw faultOf('E613', file);
  const { salt, said } = await unpacked(packed, file);
  const fits =
    said.record === record &&
    said.piece === piece.number &&
    said.kind === piece.kind &&
    commitmentOf(salt, said) === piece.commitment;
  if (!fits) throw faultOf('E614', file);
  return said.content;
}

async function unpacked(packed: Uint8Array, file: string): Promise<{ salt: string; said: Said }> {
  try {
    const text = await unzip(packed, { maxOutputLength: MOST });
    return JSON.parse(text.toString('utf8')) as { salt: string; said: Said };
  } catch {
    throw faultOf('E614', file);
  }
}
