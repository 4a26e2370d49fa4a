import { describe, expect, test } from 'vitest';
import type { Contact, Pack } from '../../src/model/pack.ts';
import { nowPanel } from '../../src/render/now.ts';
import { printLines } from '../../src/render/print.ts';
import { sayIn } from '../../src/text/say.ts';
import { packForIndonesia } from '../support/real-packs.ts';
import { tinyPack } from '../support/tiny-pack.ts';

function withContacts(...contacts: readonly (Omit<Partial<Contact>, 'id'> & { id: string })[]): Pack {
  const pack = tinyPack({ rules: { r: 'must a' } });
  const pieces = contacts.map(({ id, ...rest }): [Contact['id'], Contact] => [
    id as Contact['id'],
    {
      id: id as Contact['id'],
      place: { file: 'contacts.yaml', line: 1, column: 1 },
      pack: pack.id,
      text: { id: `${id} (id)`, en: `${id} (en)` },
      checked: '2026-01',
      checkAgain: '2026-07',
      source: 's',
      ...rest,
    },
  ]);
  return { ...pack, contacts: new Map(pieces), panel: { contacts: pieces.map(([id]) => id) } };
}

function shown(pack: Pack | undefined, today?: string, lang = 'en'): string[] {
  const doc = nowPanel({
    lang,
    say: sayIn(lang),
    ...(pack && { pack }),
    ...(today !== undefined && { today }),
  });
  return printLines(doc, { width: 80, style: { level: 0 }, plain: false });
}

test('no number is shown without the month in which it was last seen', () => {
  expect(shown(withContacts({ id: 'police', reach: '110' }))).toEqual([
    expect.stringContaining('If someone is in danger now, stop here and call'),
    '',
    '  police (en): 110 (seen 01/2026)',
  ]);
});

describe('today marks what is past its date, and only then', () => {
  test.each([
    { today: undefined, line: '  police (en): 110 (seen 01/2026)' },
    { today: '2026-06-30', line: '  police (en): 110 (seen 01/2026)' },
    { today: '2026-07-01', line: '  police (en): 110 (seen 01/2026, check it again)' },
  ])('$today', ({ today, line }) => {
    expect(shown(withContacts({ id: 'police', reach: '110' }), today)[2]).toBe(line);
  });
});

test('a local number is told as one, a note after its contact', () => {
  expect(shown(withContacts({ id: 'post', note: { id: 'x', en: 'Open at night.' } }))[2]).toBe(
    '  post (en): a local number, ask where you are (seen 01/2026). Open at night.',
  );
});

test.each(['id', 'en'])('without a pack there is advice and not one number (%s)', (lang) => {
  const lines = shown(undefined, undefined, lang);
  expect(lines.length).toBeGreaterThan(4);
  expect(lines.join('\n')).not.toMatch(/\d/);
});

test('a pack without a panel gives the same advice', () => {
  expect(shown({ ...withContacts(), panel: { contacts: [] } })).toEqual(shown(undefined));
});

test.each(['id', 'en'])('the panel of the shipped pack has fewer than 12 lines (%s)', async (lang) => {
  const { pack } = await packForIndonesia();
  expect(shown(pack, '2030-01-01', lang).length).toBeLessThan(12);
});
