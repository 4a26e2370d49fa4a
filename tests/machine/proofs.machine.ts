import path from 'node:path';
import { expect, test } from 'vitest';
import { checkPack } from '../../src/analysis/check-pack.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { isFault } from '../../src/render/findings.ts';
import { ROOT } from '../support/workplace.ts';

const WHERE = { project: ROOT, shipped: path.join(ROOT, 'rules') };

test.each(['base', 'indonesia'])(
  'every property of the pack %s is proved, and nothing is found wrong',
  { timeout: 300_000 },
  async (id) => {
    const [pack, base] = [await loadPack(id, WHERE), await loadPack('base', WHERE)];
    const { proved, findings } = checkPack(pack, { below: new Map([[base.id, base]]) });
    expect(findings.filter(isFault)).toEqual([]);
    expect(proved.toSorted()).toEqual([...pack.properties.keys()].toSorted());
    expect(proved.length).toBeGreaterThanOrEqual(20);
  },
);
