import { json as asJson } from '../../render/json.ts';
import { clean } from '../../render/spans.ts';
import { EXIT } from '../exit-codes.ts';
import type { Shell } from '../shell.ts';
import { VERSION } from '../version.ts';
import type { Finding } from './finding.ts';

/** Prints what was found, what is wrong first, and ends with 1 where something will not work. */
export function printFindings(shell: Shell, findings: readonly Finding[], json: boolean): void {
  const { say } = shell;
  const told = findings.map(({ id, state, key, values }) => ({ id, state, text: clean(say(key, values)) }));
  if (told.some(({ state }) => state === 'wrong')) shell.raise(EXIT.found);
  if (json) return shell.write(asJson({ schema: 'timbang.doctor/1', toolVersion: VERSION, findings: told }));
  const parts = (['wrong', 'look', 'ok'] as const).flatMap((state) => {
    const lines = told.filter((one) => one.state === state).map(({ text }) => `  ${text}`);
    return lines.length === 0 ? [] : [[say(`doctor.state.${state}`), ...lines].join('\n')];
  });
  shell.write([...parts, say('doctor.nothing-of-a-case')].join('\n\n'));
}
