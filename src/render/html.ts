import { clean } from './spans.ts';

/** Takes from every character its power in HTML, also inside an attribute. */
export function escapeHtml(text: string): string {
  return clean(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

/** The head of a page that stands alone: nothing remote, and no script but those that `script` names by hash. */
export function htmlHead(page: { title: string; style: string; script?: string }): string[] {
  const script = page.script === undefined ? '' : ` script-src 'sha256-${page.script}';`;
  const policy = `default-src 'none'; style-src 'unsafe-inline';${script} base-uri 'none'; form-action 'none'`;
  return [
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(page.title)}</title>`,
    `<style>${page.style}</style>`,
    '</head>',
  ];
}
