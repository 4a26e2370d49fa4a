/** The schemas that are published: what people write, and what the program prints. */
export const SCHEMAS = ['case', 'scenario', 'session', 'pack', 'pack-file', 'assessment'] as const;
export type SchemaName = (typeof SCHEMAS)[number];
