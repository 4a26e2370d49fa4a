import type { PanelOfPack } from '../pack/load-pack.ts';
import type { Shell } from './shell.ts';

/** Writes whom to call when someone is in danger. */
export async function tellWhomToCall(shell: Shell): Promise<void> {
  const { nowPanel } = await import('../render/now.ts');
  const { print } = await import('../render/print.ts');
  const pack = await anyPack(shell);
  const { lang, say } = shell;
  const today = shell.today();
  shell.write(print(nowPanel({ lang, say, today, ...(pack && { pack }) }), shell.look('stdout')));
}

/** The pack in force; the one that comes with the program where that cannot be loaded; none where that cannot either. */
async function anyPack(shell: Shell): Promise<PanelOfPack | undefined> {
  const { loadPanelOf, loadShippedPanel } = await import('./packs.ts');
  try {
    return await loadPanelOf(shell);
  } catch {
    // Somebody may be in danger: what is wrong with a pack or a project is told in full later, and not now.
    shell.tell(shell.say('cli.now.other-pack', { pack: shell.pack.ref }));
  }
  return loadShippedPanel(shell).catch(() => undefined);
}
