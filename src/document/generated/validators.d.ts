/** What a compiled schema found; see scripts/validators.mjs, which writes the code beside this file. */
export interface ShapeError {
  readonly keyword: string;
  /** JSON pointer of the value. */
  readonly instancePath: string;
  /** JSON pointer of the keyword, from the last definition that was entered. */
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The key at fault, where it is one. */
  readonly propertyName?: string;
  /** The schema that holds the keyword. */
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
}

export interface Validator {
  (data: unknown): boolean;
  errors?: readonly ShapeError[] | null;
}

export const pack: Validator;
export const packFile: Validator;
export const caseFile: Validator;
export const scenario: Validator;
export const session: Validator;
export const assessment: Validator;
export const decision: Validator;
export const followUp: Validator;
export const amendment: Validator;
