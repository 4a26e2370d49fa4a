import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { docxOf } from '../../src/export/docx.ts';
import { pdfOf } from '../../src/export/pdf.ts';
import { readZip } from '../../src/export/zip.ts';
import { type Block, type Doc, entry, heading, text, title } from '../../src/render/doc.ts';
import { htmlDoc } from '../../src/render/html-doc.ts';
import { ROOT } from '../support/workplace.ts';

const DOC: Doc = [
  title('Rahasia ≥ janji → ☑'),
  heading('Lakukan'),
  entry('hari ini', 'Laporkan <kekerasan> & "ancaman"', [text('Katakan bahayanya.')]),
  { ...entry('26', 'menunggu telaah'), share: 0.65 } as Block,
  {
    kind: 'table',
    head: ['Catatan', 'Diputuskan'],
    rows: Array.from({ length: 60 }, (_, at) => [`DR-${at}`, '2026-11-25']),
  },
  { kind: 'lines', count: 2 },
  { kind: 'page' },
  {
    kind: 'part',
    lang: 'en',
    blocks: [heading('Do'), text('Report it.'), entry('today', 'Tell the supervisor')],
  },
  ...Array.from({ length: 80 }, (_, at) =>
    entry('', `Butir ${at + 1} yang cukup panjang untuk melipat barisnya sekali lagi di halaman ini.`),
  ),
];
const OPTIONS = {
  lang: 'id',
  now: new Date('2026-11-25T00:00:00Z'),
  foot: 'kaki',
  pageOf: (page: number, of: number) => `${page} dari ${of}`,
};

function fonts(): { regular: Uint8Array; bold: Uint8Array } {
  const face = (name: string): Uint8Array => readFileSync(path.join(ROOT, 'dist', 'fonts', `${name}.ttf`));
  return { regular: face('regular'), bold: face('bold') };
}

/** What the streams of a PDF hold, decompressed. */
function streamsOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const streams: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 1)) {
    const end = bytes.indexOf('\nendstream', at);
    try {
      streams.push(inflateSync(bytes.subarray(at + 7, end)).toString('latin1'));
    } catch {
      // Not every stream is compressed.
    }
  }
  return streams.join('\n');
}

test('a PDF has its structure, its language and its faces, and the same bytes again', async () => {
  const [one, other] = [await pdfOf(DOC, fonts(), OPTIONS), await pdfOf(DOC, fonts(), OPTIONS)];
  const written = Buffer.from(one).toString('latin1');
  expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(0);
  for (const mark of [
    '/StructTreeRoot',
    '/S /H1',
    '/S /H2',
    '/S /LBody',
    '/Lang (id)',
    '/Lang (en)',
    '/S /Sect',
    '/S /Table',
    '/S /TR',
    '/S /TH',
    '/S /TD',
    '/Scope /Column',
    '/S /Figure',
    '/Alt (menunggu telaah: 65 %)',
    '/Title (Lakukan)',
    '/FontFile2',
    '/Marked true',
  ])
    expect(written).toContain(mark);
  const marks = streamsOf(one);
  expect(marks.match(/\bB[DM]C\b/g)?.length).toBe(marks.match(/\bEMC\b/g)?.length);
  expect(written).not.toMatch(/Helvetica|pdfuaid/);
});

test('a DOCX has headings and its moment, and the same bytes again', async () => {
  const one = await docxOf(DOC, OPTIONS);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const other = await docxOf(DOC, OPTIONS);
  const parts = new Map(readZip(one).map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')]));
  expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(0);
  expect(parts.get('docProps/core.xml')).toContain('2026-11-25T00:00:00Z');
  expect(parts.get('word/document.xml')).toContain('Heading2');
  for (const mark of [
    '<w:tbl>',
    '<w:tblHeader/>',
    '<w:lang w:val="en-GB"/>',
    'descr="menunggu telaah: 65 %"',
  ])
    expect(parts.get('word/document.xml')).toContain(mark);
  expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="id-ID"/>');
  expect(parts.get('word/document.xml')).toContain('Laporkan &lt;kekerasan&gt; &amp;');
});

test('a page of HTML escapes what was written and has one first heading', () => {
  const page = htmlDoc(
    [title('</title><script>alert(1)</script>'), entry('a"b', '<img src=x onerror=1>'), text('<%= 7*7 %>')],
    { lang: 'id' },
  );
  expect(page.match(/<h1>/g)).toHaveLength(1);
  expect(page).not.toMatch(/<script|<img/);
  expect(page).toContain("default-src 'none'");
});

test('a part in another language says so in HTML, and a table has its headings', () => {
  const page = htmlDoc(DOC, { lang: 'id' });
  expect(page).toContain('<html lang="id">');
  expect(page.match(/<section lang="en">/g)).toHaveLength(1);
  expect(page).toContain('<th scope="col">Diputuskan</th>');
  expect(page).toContain('<tr><th scope="row">DR-7</th><td>2026-11-25</td></tr>');
});
