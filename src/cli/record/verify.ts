import { rm } from 'node:fs/promises';
import { type Finding, finding } from '../../records/journal/findings.ts';
import { readAll } from '../../records/store/keys-of.ts';
import { type Verified, verifyStore } from '../../records/store/verify-store.ts';
import { type Doc, entry, gap, heading, text, title } from '../../render/doc.ts';
import { json } from '../../render/json.ts';
import { print } from '../../render/print.ts';
import { EXIT } from '../exit-codes.ts';
import type { Shell } from '../shell.ts';
import { openWith } from './open.ts';
import type { StoreOptions } from './options.ts';
import { progressOf } from './progress.ts';
import { textFrom } from './text-of.ts';
import { recordPlaces } from './where.ts';

export interface VerifyOptions extends StoreOptions {
  readonly against?: string;
  readonly contents?: boolean;
  readonly hashesOnly?: boolean;
  readonly accept?: boolean;
}

/** Verifies a store, says what was found and where, and what cannot be seen from inside. Ends with 1 where something was. */
export async function verifyRecords(shell: Shell, options: VerifyOptions): Promise<void> {
  const { against, hashesOnly, accept } = options;
  const { store: folder, seen } = recordPlaces(shell, options);
  const verified = verifyStore({
    folder,
    signatures: hashesOnly !== true,
    progress: progressOf(shell),
    ...(against !== undefined && { against: { file: against, text: await textFrom(shell, against) } }),
  });
  const bad = options.contents === true ? await contents(shell, options, verified) : [];
  const findings = [...verified.findings, ...bad];
  if (findings.length > 0) shell.raise(EXIT.found);
  // What is remembered of the journal is forgotten; from the next opening on, this one is remembered.
  else if (accept === true && seen !== undefined) await rm(seen, { force: true });
  if (options.json === true) return shell.write(json(asJson(verified, findings)));
  shell.write(print(docOf(verified, findings, shell), shell.look('stdout')));
}

async function contents(shell: Shell, options: VerifyOptions, { findings }: Verified): Promise<Finding[]> {
  // A journal that does not hold together cannot say what a piece should hold.
  if (findings.some(({ line }) => line !== null)) return [];
  const { bad } = await readAll(await openWith(shell, options), progressOf(shell));
  const known = new Set(findings.map(({ file }) => file));
  return bad.filter((file) => !known.has(file)).map((file) => finding('content-changed', { file }));
}

function docOf(verified: Verified, findings: readonly Finding[], { say }: Shell): Doc {
  const { entries, files, root, origin, against, clockBack, unfinished, signatures } = verified;
  const values = { entries, files, origin, root: root.toString('base64') };
  return [
    title(
      say(findings.length === 0 ? 'record.verify.good' : 'record.verify.bad', { count: findings.length }),
    ),
    ...findings.map((found) => entry('', findingWords(found, say))),
    gap,
    text(say('record.verify.looked', values)),
    text(say('record.verify.root', values)),
    ...(signatures ? [] : [text(say('record.verify.hashes-only'))]),
    ...(clockBack.length === 0 ? [] : [text(say('record.verify.clock', { lines: clockBack.join(', ') }))]),
    ...(unfinished === 0 ? [] : [text(say('record.verify.unfinished', { count: unfinished }))]),
    gap,
    heading(say('record.verify.outside')),
    text(
      against
        ? say('record.verify.against', { size: against.size })
        : say('record.verify.not-against', values),
    ),
  ];
}

/** One finding in words, with its place. */
function findingWords({ kind, line, file, count, code }: Finding, say: Shell['say']): string {
  const why = code === null ? '' : say(`problem.${code}`, { saw: '', reason: '', limit: '' }).trim();
  return say(`record.finding.${kind}`, { line: line ?? 0, file: file ?? '', count: count ?? 0, why });
}

function asJson(verified: Verified, findings: readonly Finding[]) {
  const { entries, files, root, origin, against, clockBack, unfinished, signatures } = verified;
  return {
    schema: 'timbang.verified/1',
    holds: findings.length === 0,
    origin,
    entries,
    files,
    root: root.toString('base64'),
    signatures,
    findings,
    clockBack,
    unfinished,
    against: against && { origin: against.origin, size: against.size, root: against.root.toString('base64') },
  };
}
