import { checkPack } from '../../src/analysis/check-pack.ts';
import type { Dilemma } from '../../src/model/case-file.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { ConceptId, FactId } from '../../src/model/ids.ts';
import type { Pack, Property } from '../../src/model/pack.ts';
import type { TinyCondition } from '../support/tiny-condition.ts';
import { tinyPack } from '../support/tiny-pack.ts';
import type { TinyPack } from '../support/tiny-types.ts';

/** A property as `properties.yaml` writes it. */
export interface TinyProperty {
  readonly whenever?: TinyCondition;
  readonly then?: Readonly<Record<string, unknown>>;
  readonly 'unmoved-by'?: string;
}

/** A tiny pack that promises something; a condition is put behind a concept `when-<property>`. */
export function promising(tiny: TinyPack, properties: Readonly<Record<string, TinyProperty>>): Pack {
  const named = Object.entries(properties).flatMap(([id, { whenever }]) =>
    whenever === undefined ? [] : [[`when-${id}`, whenever] as const],
  );
  const pack = tinyPack({ ...tiny, concepts: { ...tiny.concepts, ...Object.fromEntries(named) } });
  const linked = Object.entries(properties).map(([id, property], index): [string, Property] => [
    id,
    {
      id,
      pack: pack.id,
      place: { file: 'properties.yaml', line: index + 1, column: 1 },
      ...(property.whenever !== undefined && {
        whenever: { kind: 'concept', concept: `when-${id}` as ConceptId },
      }),
      ...(property.then && { then: property.then }),
      ...(property['unmoved-by'] !== undefined && { unmovedBy: property['unmoved-by'] as FactId }),
    },
  ]);
  return { ...pack, properties: new Map(linked) };
}

/** What is found of one kind, as the words of `about`. */
export function found(pack: Pack, kind: Finding['kind']): string[] {
  return checkPack(pack)
    .findings.filter((finding) => finding.kind === kind)
    .map(({ about }) => about.join(' '));
}

/** A witness in short: its marked topics, then its answers. */
export function shortly({ topics, facts }: Dilemma): string[] {
  return [
    ...(topics ?? []),
    ...[...facts].map(([fact, given]) => `${fact}=${given.kind === 'answer' ? given.answer : given.kind}`),
  ];
}
