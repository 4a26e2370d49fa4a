import { expect, test } from 'vitest';
import { personalDoubt } from '../../src/ask/doubt.ts';
import { sayIn } from '../../src/text/say.ts';

const say = sayIn('en');

test.each([
  { text: 'NIK 3173054506890001', finds: 'walk.doubt.identity' },
  { text: '3173 0545 0689 0001', finds: 'walk.doubt.identity' },
  { text: 'hubungi 0812-3456-7890', finds: 'walk.doubt.phone' },
  { text: '+62 812 3456 7890', finds: 'walk.doubt.phone' },
  { text: 'surel ibu@contoh.id', finds: 'walk.doubt.e-mail' },
] as const)('asks about "$text"', ({ text, finds }) => {
  expect(personalDoubt(text, say)).toEqual({ firm: false, message: say(finds) });
});

test.each([
  { text: 'Bu Sari minta ini dirahasiakan', name: 'Bu Sari' },
  { text: 'menurut pak Bejo', name: 'pak Bejo' },
  { text: 'a.n. An. Tono', name: 'An. Tono' },
  { text: 'told by Mrs. Hill', name: 'Mrs. Hill' },
])('asks about the name in "$text"', ({ text, name }) => {
  expect(personalDoubt(text, say)).toEqual({ firm: false, message: say('walk.doubt.name', { name }) });
});

test.each([
  'Pak Camat dan ibu klien',
  'An Indonesian law',
  'Ia meminta waktu sampai 2026-11-27.',
  'Hubungi SAPA 129 atau 110.',
  'Pasal 44 ayat (1), UU 23/2004',
  'Sudah 12 kali sejak 2019, terakhir 03/11/2026 pukul 08.30',
  'Biaya Rp1.500.000 untuk 3 bulan',
])('lets "%s" pass', (text) => expect(personalDoubt(text, say)).toBeUndefined());
