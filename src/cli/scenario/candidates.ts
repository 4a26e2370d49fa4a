import type { MapNode } from '../../document/node.ts';
import type { Pack } from '../../model/pack.ts';
import { InputError, refused } from '../../problems/input-error.ts';
import { findScenarios } from '../../scenarios/find-scenarios.ts';
import { type LoadedPack, loadPackOf, type packLoader, whereOf } from '../packs.ts';
import { type Input, openScenario, readInput } from '../read-input.ts';
import type { Shell } from '../shell.ts';

/** A scenario file, and the pack in whose folder it stands, which judges it unless it names another. */
export interface Candidate {
  readonly file: string;
  readonly pack?: string;
  /** It stands in a pack below the one in force: what is laid over that one does not judge it. */
  readonly own?: boolean;
}

/** The scenarios that were named, by file or folder; without any, those of the pack in force. E819: it has none. */
export async function candidatesOf(shell: Shell, named: readonly string[]): Promise<Candidate[]> {
  if (named.length === 0) {
    const found = await scenariosOfPack(shell);
    if (found.length > 0) return found;
    throw new InputError([{ code: 'E819', saw: `${shell.pack.ref}/scenarios` }]);
  }
  return (await findScenarios(named, shell.host.cwd)).map((file) => ({ file }));
}

/** A scenario whose shape is checked, with the pack that judges it. */
export interface OpenCandidate extends LoadedPack {
  readonly input: Input;
  readonly root: MapNode;
}

/** Opens one of them. Throws `InputError` with everything that is wrong with it, or with its pack. */
export async function openCandidate(
  shell: Shell,
  { file, pack, own }: Candidate,
  load: ReturnType<typeof packLoader>,
): Promise<OpenCandidate> {
  const input = await readInput(shell, file);
  const root = await openScenario(input);
  return { input, root, ...(await load(input.pack ?? pack, own)) };
}

/** The scenarios of the pack in force and of those that it extends. */
export async function scenariosOfPack(shell: Shell): Promise<Candidate[]> {
  const { ref } = shell.pack;
  return scenariosOf(shell, ref, await loadPackOf(shell));
}

/** The scenarios in the folders of a pack, as it was called, and of those that it extends, each judged by its own. */
export async function scenariosOf(
  shell: Shell,
  called: string,
  { chain }: Pick<Pack, 'chain'>,
): Promise<Candidate[]> {
  const { findPack } = await import('../../pack/find/find-pack.ts');
  const found: Candidate[] = [];
  for (const [index, { id }] of chain.entries()) {
    const ref = index === 0 ? called : id;
    const folder = await findPack(ref, whereOf(shell));
    if (!folder) continue;
    const files = await findScenarios([`${folder.shown}/scenarios`], shell.host.cwd).catch(refused);
    // A pack without scenarios is no fault of the others in its chain.
    found.push(...(files ?? []).map((file) => ({ file, pack: ref, own: index > 0 })));
  }
  return found;
}
