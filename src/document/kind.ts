/** What a file that people write can be: each kind has a schema in `schemas/`. */
export const KINDS = ['pack', 'pack-file', 'case', 'scenario', 'session', 'follow-up', 'amendment'] as const;
export type Kind = (typeof KINDS)[number];
