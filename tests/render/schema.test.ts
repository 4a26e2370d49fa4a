import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { reportOn } from '../support/real-packs.ts';
import { ROOT, readProject } from '../support/workplace.ts';

const SCENARIOS = readdirSync(path.join(ROOT, 'rules/indonesia/scenarios')).filter((name) =>
  name.endsWith('.yaml'),
);

const validate = new Ajv({ strict: false, allErrors: true }).compile(
  JSON.parse(readProject('schemas/assessment.schema.json')) as object,
);

test.each(SCENARIOS)('the report on %s has the published shape, in both languages', async (name) => {
  for (const lang of ['id', 'en']) {
    validate(JSON.parse(JSON.stringify(await reportOn(`indonesia/scenarios/${name}`, lang))));
    expect(validate.errors).toBeNull();
  }
});
