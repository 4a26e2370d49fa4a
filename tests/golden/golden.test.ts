import { describe, expect, test } from 'vitest';
import { print } from '../../src/render/print.ts';
import { render } from '../../src/render/render.ts';
import { screen } from '../../src/render/screen.ts';
import { tell } from '../../src/render/telling.ts';
import { sayIn } from '../../src/text/say.ts';
import { reportOn } from '../support/real-packs.ts';

/** The two cases of the article in all formats; a dilemma and a case with an open danger as far as they look different. */
const CASES = [
  { name: 'bribe', scenario: 'indonesia/scenarios/bribe-for-faster-help.yaml', whole: true },
  { name: 'secret', scenario: 'indonesia/scenarios/violence-at-home-kept-secret.yaml', whole: true },
  { name: 'queue', scenario: 'indonesia/scenarios/last-place-greater-need.yaml', whole: false },
  { name: 'unknown', scenario: 'indonesia/scenarios/violence-danger-not-known-yet.yaml', whole: false },
];
const LANGS = ['id', 'en'];
/** What a terminal of 24 lines leaves when a menu stands under the result. */
const ROWS = 20;

// `npm run golden` writes these files anew; what changed in them is then read, and committed with the reason.
describe.each(CASES.flatMap((one) => LANGS.map((lang) => ({ ...one, lang }))))('$name in $lang', (one) => {
  const look = { width: 80, style: { level: 0 as const }, plain: false };
  const told = { ...look, say: sayIn(one.lang) };

  test('first screen of 80 columns', async () => {
    const telling = tell(await reportOn(one.scenario, one.lang), told.say);
    const doc = screen(telling, { columns: 80, rows: ROWS, plain: false });
    await expect(print(doc, look)).toMatchFileSnapshot(`${one.name}.${one.lang}.screen.txt`);
  });

  test('text of 80 columns', async () => {
    const report = await reportOn(one.scenario, one.lang);
    await expect(render(report, { ...told, format: 'text' })).toMatchFileSnapshot(`${one.name}.${one.lang}.80.txt`);
  });

  test.runIf(one.whole)('text of 40 columns, plain text, Markdown, JSON', async () => {
    const report = await reportOn(one.scenario, one.lang);
    const file = (kind: string): string => `${one.name}.${one.lang}.${kind}`;
    await expect(render(report, { ...told, width: 40, format: 'text' })).toMatchFileSnapshot(file('40.txt'));
    await expect(render(report, { ...told, plain: true, format: 'text' })).toMatchFileSnapshot(file('plain.txt'));
    await expect(render(report, { ...told, format: 'md' })).toMatchFileSnapshot(file('md'));
    await expect(render(report, { ...told, format: 'json' })).toMatchFileSnapshot(file('json'));
  });
});
