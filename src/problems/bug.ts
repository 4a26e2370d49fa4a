/** A fault of ours: exit code 70. Its message names code, never a case. */
export class Bug extends Error {
  override readonly name = 'Bug';
}
