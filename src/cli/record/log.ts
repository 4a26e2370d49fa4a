import { InputError } from '../../problems/input-error.ts';
import { readSafe } from '../../records/disk/safe-file.ts';
import type { Entry } from '../../records/journal/entry.ts';
import { entryIn, linesIn } from '../../records/journal/lines.ts';
import { layoutOf } from '../../records/store/layout.ts';
import { entry as item } from '../../render/doc.ts';
import { json } from '../../render/json.ts';
import { print } from '../../render/print.ts';
import { dateOf } from '../date.ts';
import type { Shell } from '../shell.ts';
import type { StoreOptions } from './options.ts';
import { recordPlaces } from './where.ts';

export interface LogOptions extends StoreOptions {
  readonly record?: string;
  readonly kind?: string;
  readonly key?: string;
  readonly since?: string;
  readonly until?: string;
}

/** Lists entries of the journal: who did, saw, exported and printed what, and when. Needs no key. */
export function printLog(shell: Shell, options: LogOptions): void {
  const { store } = recordPlaces(shell, options);
  const bytes = readSafe(layoutOf(store).journal);
  if (!bytes) throw new InputError([{ code: 'E601', saw: store }]);
  const lines = linesIn(bytes);
  const all = Array.from({ length: lines.count }, (_, at) => entryIn(lines.text(at)));
  const entries = all.filter((one) => one !== undefined).filter(filterOf(options));
  if (options.json === true) return shell.write(json({ schema: 'timbang.log/1', entries }));
  if (entries.length === 0) return shell.tell(shell.say('record.log.none'));
  const doc = entries.map((one) => item(String(one.seq), lineOf(one, shell)));
  shell.write(print(doc, shell.look('stdout')));
}

function filterOf({ record, kind, key, since, until }: LogOptions): (entry: Entry) => boolean {
  const [from, to] = [since === undefined ? '' : dateOf(since), until === undefined ? '9999' : dateOf(until)];
  return (entry) =>
    (record === undefined || (entry.record?.startsWith(record.toUpperCase()) ?? false)) &&
    (kind === undefined || entry.kind === kind) &&
    (key === undefined || entry.actor === key || entry.revoked === key || entry.key?.id === key) &&
    entry.at.slice(0, 10) >= from &&
    entry.at.slice(0, 10) <= to;
}

function lineOf(entry: Entry, { say }: Shell): string {
  const { at, kind, actor, record, because, audience, format, own, version, key, revoked, count } = entry;
  const words = [
    say('record.log.line', {
      at: at.slice(0, 16).replace('T', ' '),
      actor,
      what: say(`record.kind.${kind}`),
    }),
    record ?? key?.id ?? revoked ?? '',
    version === undefined ? '' : say('record.log.version', { version }),
    because === undefined ? '' : say(`record.because.${because}`),
    own === true ? say('record.log.own') : '',
    [audience, format].filter(Boolean).join(' '),
    count === undefined ? '' : say('record.log.count', { count }),
  ];
  return words.filter((word) => word !== '').join('  ');
}
