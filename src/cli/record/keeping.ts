import { existsSync } from 'node:fs';
import type { DecisionRecord } from '../../model/record.ts';
import { layoutOf } from '../../records/store/layout.ts';
import type { Keeping } from '../../walk/world.ts';
import type { Shell } from '../shell.ts';
import { terminalOf } from '../terminal.ts';
import { recordPlaces } from './where.ts';

/**
 * How the walkthrough keeps a decision under a key: a file locked with a passphrase, or the store of this account where
 * there is one with a key. Nothing of it is loaded before it is chosen. Nothing at all where nobody can type a passphrase.
 */
export function keepingOf(shell: Shell): { readonly keeping?: Keeping } {
  const { input } = terminalOf(shell);
  if (input.isTTY !== true) return {};
  return {
    keeping: {
      lock: (text) => lock(shell, text),
      ...(hasStore(shell) && { store: (text) => add(shell, text) }),
    },
  };
}

function hasStore(shell: Shell): boolean {
  if (shell.places.userRecords === undefined) return false;
  const { store, identity } = recordPlaces(shell, {});
  return existsSync(layoutOf(store).journal) && existsSync(identity);
}

async function lock(shell: Shell, text: string): Promise<string> {
  const { newPassphrase } = await import('./unlock.ts');
  const { lockWith } = await import('../../records/keys/age.ts');
  return lockWith(await newPassphrase(shell), text);
}

async function add(shell: Shell, text: string): Promise<string> {
  const { openWith } = await import('./open.ts');
  const { addRecord } = await import('../../records/store/write-record.ts');
  const store = await openWith(shell, {});
  const { record = '' } = await addRecord(store, JSON.parse(text) as DecisionRecord);
  return record;
}
