import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { printLines } from '../../src/render/print.ts';
import { screen } from '../../src/render/screen.ts';
import { tell } from '../../src/render/telling.ts';
import { sayIn } from '../../src/text/say.ts';
import { reportOn } from '../support/real-packs.ts';
import { ROOT, readProject } from '../support/workplace.ts';

/*
 * What every shipped scenario is looked at for stands in this one file: weighing them is most of the work, and two
 * files would do it twice, one on each core.
 */
const ROWS = 20;
const SCENARIOS = readdirSync(path.join(ROOT, 'rules/indonesia/scenarios')).filter((name) =>
  name.endsWith('.yaml'),
);

const validate = new Ajv({ strict: false, allErrors: true }).compile(
  JSON.parse(readProject('schemas/assessment.schema.json')) as object,
);

describe.each(SCENARIOS)('%s', (name) => {
  test.each(['id', 'en'])(
    'has the published shape, and fits 80 columns and 24 lines with a menu under it (%s)',
    async (lang) => {
      const told = await reportOn(`indonesia/scenarios/${name}`, lang);
      validate(JSON.parse(JSON.stringify(told)));
      expect(validate.errors).toBeNull();
      const doc = screen(tell(told, sayIn(lang)), { columns: 80, rows: ROWS, plain: false });
      const lines = printLines(doc, { width: 80, style: { level: 0 }, plain: false });
      expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(ROWS);
    },
  );
});
