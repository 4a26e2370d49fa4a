/** Forms in which what is meant for paper is given. */
export const PAPER_FORMATS = ['text', 'md', 'html', 'pdf', 'docx'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** The form that was asked for; else the one that the ending of the file says; else text. */
export function paperFormat(format: PaperFormat | undefined, out: string | undefined): PaperFormat {
  const ending = out?.toLowerCase().split('.').at(-1);
  return format ?? PAPER_FORMATS.find((one) => one === ending) ?? 'text';
}
