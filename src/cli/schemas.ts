/** The schemas that are published: what people write, and what the program prints. */
export const SCHEMAS = [
  'case',
  'scenario',
  'session',
  'pack',
  'pack-file',
  'assessment',
  'decision',
  'follow-up',
  'amendment',
  'pack-diff',
  'impact',
  'mutation',
] as const;
export type SchemaName = (typeof SCHEMAS)[number];
