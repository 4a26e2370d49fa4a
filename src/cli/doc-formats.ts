/** Forms in which a pack is written out to be read. */
export const DOC_FORMATS = ['html', 'md'] as const;
export type DocFormat = (typeof DOC_FORMATS)[number];
