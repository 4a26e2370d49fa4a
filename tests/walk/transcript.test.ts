import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDecision } from '../../src/document/open-decision.ts';
import type { Pack } from '../../src/model/pack.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { blocksOfPage, writePack } from '../pack/format-page.ts';
import { temporaryFolder } from '../support/workplace.ts';
import { type Played, playWalk } from './scripted.ts';

/** What is to be read, in this order, and then what is typed. */
interface Turn {
  readonly sees: readonly string[];
  readonly types: string;
}

let example: Pack;

beforeEach(async () => {
  const folder = temporaryFolder();
  const blocks = await blocksOfPage();
  await writePack(
    folder,
    blocks.filter(({ kind }) => kind === 'file'),
  );
  example = await loadPack(folder, { project: folder, user: folder, shipped: folder });
});

/** Where a line breaks is for other tests. */
function words(said: string): string {
  return said.replace(/\s+/g, ' ');
}

function expectInOrder(said: string, turns: readonly Turn[]): void {
  let from = 0;
  for (const [at, { sees }] of turns.entries()) {
    for (const one of sees) {
      const found = said.indexOf(one, from);
      expect(
        found,
        `turn ${at + 1} does not say "${one}" after:\n${said.slice(0, from)}`,
      ).toBeGreaterThanOrEqual(0);
      from = found + one.length;
    }
  }
}

async function play(lang: string, turns: readonly Turn[], folder?: string): Promise<Played> {
  const lines = turns.map(({ types }) => types);
  const played = await playWalk({ pack: example, lines, options: { lang }, ...(folder && { folder }) });
  expectInOrder(words(played.said), turns);
  return played;
}

const INDONESIAN: readonly Turn[] = [
  {
    sees: ['timbang, menimbang dilema etik', 'berhenti di sini', 'SAPA 129', 'Yang memutuskan tetap Anda.'],
    types: '',
  },
  {
    sees: ['Apa saja yang menjadi bagian', '1. Kekerasan di rumah', 'Sekarang: tidak ada yang ditandai'],
    types: '1,2',
  },
  { sees: ['Bagian dari masalah ini:', 'Kekerasan di rumah', 'Yang lain bukan bagian'], types: '' },
  {
    sees: ['Masalahnya', 'Dari mana Anda mengetahuinya?', 'Belum tahu', 'Akan saya cari tahu'],
    types: ':mengapa',
  },
  { sees: ['Jawaban ini menentukan:', '- '], types: '1' },
  { sees: ['Apakah klien setuju hal ini disampaikan?'], types: '2' },
  { sees: ['Orang-orangnya', 'Seberapa berat bahaya bagi klien?'], types: '?' },
  { sees: ['Luka berat, ancaman senjata, atau kekerasan berulang adalah bahaya serius.'], types: '9' },
  { sees: ['Anda mengetik "9". Yang dapat dipilih: angka 1 sampai 6.'], types: '3' },
  { sees: ['berhenti di sini', 'Jawaban Anda menunjukkan bahwa bahaya mungkin dekat.'], types: '' },
  { sees: ['Apakah memberi tahu klien menambah bahaya?'], types: '6' },
  { sees: ['Anda mengetik "6"'], types: '5' },
  { sees: ['Sampai kapan Anda mencari tahu?', 'Sekarang: 2026-11-27'], types: 'kapan-kapan' },
  { sees: ['"kapan-kapan" belum terbaca sebagai tanggal'], types: 'besok' },
  {
    sees: [
      'Periksa jawaban Anda',
      'Seberapa berat bahaya bagi klien? Bahaya serius',
      'paling lambat 2026-11-26',
    ],
    types: '',
  },
  { sees: ['1. Lakukan', 'Laporkan kekerasan itu', 'Beri tahu supervisor Anda', 'Putuskan'], types: '5' },
  {
    sees: ['Apa yang akan Anda lakukan?', 'Laporkan kekerasan itu kepada UPTD PPA atau polisi (wajib)'],
    types: '0',
  },
  {
    sees: ['Anda memutuskan tidak melakukan ini: Laporkan', 'Mengapa?', 'Tanpa nama'],
    types: 'hubungi 081234567890',
  },
  { sees: ['seperti nomor telepon'], types: 'ibu sudah melapor sendiri' },
  { sees: ['Catat apa yang diketahui', 'Mengapa?'], types: 'dicatat rekan' },
  { sees: ['Dengan keputusan ini, setidaknya:', 'hari ini: Sepakati tanda minta tolong'], types: '' },
  { sees: ['Siapa yang terkena dampak', 'Peran, bukan nama.'], types: '1,2' },
  { sees: ['Siapa yang perlu didengar?'], types: '1' },
  { sees: ['Siapa yang tidak boleh diberi tahu?', 'Orang yang ditakuti'], types: '6' },
  { sees: ['Apa lagi yang perlu ada dalam catatan?', 'Sekarang: tidak ada yang ditandai'], types: '3,4,8' },
  { sees: ['Siapa yang sudah didengar?'], types: '1' },
  { sees: ['Apa rencana bersama klien?', 'Tanpa nama'], types: 'Bu Sari ke puskesmas' },
  { sees: ['Tampaknya ada nama dalam teks ini: "Bu Sari"'], types: 'klien ke puskesmas besok' },
  { sees: ['Apakah klien menyetujui rencana ini?'], types: '1' },
  { sees: ['Jawaban mana yang hanya Anda ketahui dari cerita orang?'], types: '2' },
  { sees: ['Kapan Anda melihat ini lagi?'], types: '' },
  { sees: ['Simpan keputusan ini?'], types: '1' },
  { sees: ['Nama berkas'], types: '' },
];

const ENGLISH: readonly Turn[] = [
  { sees: ['timbang, weighing ethical dilemmas', 'stop here', 'SAPA 129', 'You decide.'], types: '' },
  { sees: ['What is this about?', '1. Violence at home', 'Current answer: nothing marked'], types: '2' },
  {
    sees: ['Part of this:', 'Something that is to be kept secret', 'The others are not part of this.'],
    types: '1',
  },
  { sees: ['Safety first', 'Might someone in that home be getting hurt?'], types: '2' },
  { sees: ['The problem', 'How did you learn it?'], types: ':lang' },
  { sees: ['Masalahnya', 'Dari mana Anda mengetahuinya?'], types: ':bahasa' },
  { sees: ['How did you learn it?'], types: ':nonsense' },
  { sees: ['":nonsense" is not a command here.'], types: ':help' },
  { sees: ['Can be typed at any time', ':back'], types: '' },
  { sees: ['How did you learn it?'], types: 'from the' },
  { sees: ['Does the client agree to this being told?', 'This is the last question.'], types: ':back' },
  { sees: ['How did you learn it?', 'Current answer: From the client'], types: '' },
  { sees: ['Does the client agree to this being told?'], types: '2' },
  { sees: ['Check your answers', 'Might someone in that home be getting hurt? No'], types: '' },
  { sees: ['Ask the client for consent'], types: '2' },
  { sees: ['What have you been thinking of doing?'], types: '1' },
  { sees: ['Enter to go on'], types: '' },
  { sees: ['Ask the client for consent', '5. Decide'], types: '1' },
  { sees: ['1. Reasons'], types: '' },
  { sees: ['The result above still holds.'], types: '5' },
  { sees: ['What will you do?'], types: '' },
  { sees: ['Why do you decide so?'], types: 'she asked for it' },
  { sees: ['Who is affected by this decision?'], types: '' },
  { sees: ['Who needs to be heard?'], types: '' },
  { sees: ['Who must not be told?'], types: '' },
  { sees: ['What else should stand in the record?', 'Enter alone: nothing.'], types: '' },
  { sees: ['When will you look at this again?', 'Current answer: 2026-12-02'], types: '3 days' },
  { sees: ['Save this decision?'], types: '2' },
  { sees: ['File name'], types: 'decision' },
];

describe('a whole case in plain text', () => {
  test('violence at home told in secret, decided against the duty to report (Indonesian)', async () => {
    const { end, told, folder, drafts, said } = await play('id', INDONESIAN);
    expect(end.code).toBe(0);
    expect(told).toEqual([`Tersimpan: ${path.join(folder, 'timbang-2026-11-25.md')}`, 'Draf sudah dihapus.']);
    expect(readdirSync(drafts)).toEqual([]);
    expect(said).not.toContain('\x1b');
    const saved = readFileSync(path.join(folder, 'timbang-2026-11-25.md'), 'utf8');
    for (const one of [
      '# Catatan keputusan',
      '- Dilihat lagi: 2026-12-02',
      'klien ke puskesmas besok',
      '- Klien setuju.',
      '- Didengar: Klien',
      '(diceritakan)',
      'ibu sudah melapor sendiri',
      '- Tidak boleh diberi tahu: Orang yang ditakuti',
      example.digest,
    ])
      expect(saved).toContain(one);
    expect(saved).not.toContain('081234567890');
  });

  test('a secret without danger, decided as recommended (English)', async () => {
    const { end, told, folder } = await play('en', ENGLISH);
    expect(end.code).toBe(0);
    expect(told).toEqual([
      `Saved: ${path.join(folder, 'decision.json')}`,
      'The draft is removed.',
      `It can go into an encrypted store: timbang record add ${path.join(folder, 'decision.json')}`,
    ]);
    const file = path.join(folder, 'decision.json');
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    const { value, problems } = openDecision({ file, text: readFileSync(file, 'utf8') });
    expect(problems).toEqual([]);
    expect(value).toMatchObject({
      schema: 'timbang.decision/1',
      id: expect.stringMatching(/^DR-2026-[0-9A-HJKMNP-TV-Z]{10}$/),
      versions: [
        {
          number: 1,
          decidedOn: '2026-11-25',
          reviewOn: '2026-11-28',
          decision: {
            actions: expect.arrayContaining([
              expect.objectContaining({ id: 'ask-for-consent', decided: 'do', departs: false }),
            ]),
            other: null,
            reason: 'she asked for it',
          },
          people: { affected: [], consulted: [], 'not-to-tell': [] },
          plan: { text: null, agreed: null },
          report: {
            schema: 'timbang.assessment/1',
            pack: { id: 'example', digest: example.digest },
            lang: 'en',
          },
        },
      ],
      followUps: [],
      redaction: null,
    });
  });

  test('the panel comes back once, however often the danger is answered', async () => {
    const turns = INDONESIAN.slice(0, 10);
    const more = ['2', ':kembali', ':kembali', '3', ':kembali', ':keluar!'];
    const { said } = await playWalk({
      pack: example,
      lines: [...turns.map(({ types }) => types), ...more],
      options: { lang: 'id' },
    });
    expect(words(said).split('Jawaban Anda menunjukkan bahwa bahaya mungkin dekat.')).toHaveLength(2);
  });
});

describe('saving', () => {
  const upToSaving = ENGLISH.slice(0, -1).map(({ types }) => types);

  test('replaces no file without asking', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'decision.json');
    writeFileSync(file, 'mine');
    const kept = await playWalk({ pack: example, folder, lines: [...upToSaving, 'decision', '1', 'other'] });
    expect(words(kept.said)).toContain(`${file} is already there.`);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(kept.told[0]).toBe(`Saved: ${path.join(folder, 'other.json')}`);
    const replaced = await playWalk({ pack: example, folder, lines: [...upToSaving, 'decision', '2'] });
    expect(replaced.told[0]).toBe(`Saved: ${file}`);
    expect(readFileSync(file, 'utf8')).not.toBe('mine');
  });

  test('asks for another place where the file cannot be written, and loses nothing', async () => {
    const { said, told, folder } = await playWalk({
      pack: example,
      lines: [...upToSaving, 'nowhere/at/all', 'here'],
    });
    expect(words(said)).toContain('the folder is not there or takes no files');
    expect(told[0]).toBe(`Saved: ${path.join(folder, 'here.json')}`);
  });

  test('is offered, never demanded: the draft stays where nothing is saved', async () => {
    const { end, told, drafts } = await playWalk({ pack: example, lines: [...upToSaving.slice(0, -1), '3'] });
    expect(end.code).toBe(0);
    expect(told).toEqual([
      expect.stringMatching(/^The draft is kept\. Go on with: timbang walk --resume [a-z0-9]{8}$/),
    ]);
    expect(readdirSync(drafts)).toHaveLength(1);
  });
});
