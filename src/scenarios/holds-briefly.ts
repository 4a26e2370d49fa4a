import type { CompiledPack } from '../engine/assess.ts';
import { type Brief, briefly } from '../engine/briefly.ts';
import type { ScenarioTest } from '../model/scenario.ts';

const FOR = ['must', 'should', 'may'];

/**
 * Whether everything that a test expects of the rules surely holds, found out by looking only at what it expects something of.
 *
 * `false` says nothing yet: then the whole dilemma is weighed, as it has to be to tell why.
 */
export function holdsBriefly(
  { dilemma, expect }: Pick<ScenarioTest, 'dilemma' | 'expect'>,
  compiled: CompiledPack,
): boolean {
  const brief = briefly(compiled, dilemma);
  if (!brief) return false;
  return (
    expect.verdicts.every(({ value: { action, words } }) => {
      const found = brief.action(action);
      if (!found) return false;
      const open = found.verdicts.length > 1 && words.includes('depends');
      return open || found.verdicts.every((word) => words.includes(word));
    }) &&
    expect.never.every(({ value }) => {
      const found = brief.action(value);
      return found !== undefined && !found.verdicts.some((word) => FOR.includes(word));
    }) &&
    expect.departs.every(({ value }) => brief.action(value)?.unmet === true) &&
    expect.yields.every(({ value }) => brief.yields(value)) &&
    (expect.escalates.length === 0 || brief.owes(expect.escalates.map(({ value }) => value))) &&
    expect.cites.every(({ value }) => isCited(value, brief, { expect, compiled }))
  );
}

/** Looked for where something is expected: among rules on these actions, and among these steps. */
function isCited(
  source: string,
  brief: Brief,
  { expect, compiled }: { readonly expect: ScenarioTest['expect']; readonly compiled: CompiledPack },
): boolean {
  const { steps } = compiled.pack;
  if (expect.escalates.some(({ value }) => steps.get(value)?.source.source === source)) return true;
  return expect.verdicts.some(({ value: { action } }) => {
    const found = brief.action(action);
    const isSilent = found?.verdicts.every((word) => word === 'silent') ?? true;
    return !isSilent && [...(found?.sources ?? [])].some((one) => one === source);
  });
}
