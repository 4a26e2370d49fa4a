import process from 'node:process';
import type { Kind } from '../../src/document/kind.ts';
import { openDocument } from '../../src/document/open.ts';
import { PAYLOADS } from './payloads.ts';

/** What came of one payload; the child writes one such line of JSON before and one after it. */
export interface Report {
  readonly name: string;
  readonly codes?: readonly string[];
  /** Of work, not of waiting for a busy machine. */
  readonly milliseconds?: number;
  readonly thrown?: string;
  readonly polluted?: boolean;
}

/** Runs at a depth of the stack, as if called from far inside the program. */
function deep<T>(frames: number, work: () => T): T {
  return frames === 0 ? work() : deep(frames - 1, work);
}

function millisecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return Math.round((user + system) / 1000);
}

const [kind, frames] = [process.argv[2] as Kind, Number(process.argv[3])];

const tell = (report: Report): void => void process.stdout.write(`${JSON.stringify(report)}\n`);

for (const { name, text } of PAYLOADS) {
  const payload = text();
  tell({ name });
  const start = process.cpuUsage();
  try {
    const { problems } = deep(frames, () => openDocument({ file: 'x.yaml', text: payload, kind }));
    tell({
      name,
      codes: [...new Set(problems.map(({ code }) => code))],
      milliseconds: millisecondsSince(start),
      polluted: 'polluted' in {},
    });
  } catch (error) {
    tell({ name, thrown: String(error) });
  }
}
