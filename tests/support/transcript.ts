import { expect } from 'vitest';
import { openTimbang, type Terminal } from './terminal.ts';

/** One line of a transcript: a mark, what stands after it, and where it stands. */
interface Step {
  readonly mark: string;
  readonly text: string;
  readonly line: number;
}

interface Transcript {
  readonly args: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly env: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/**
 * Plays a transcript in a real terminal. It reads like the screen, a line per step:
 *
 * `$ timbang walk --lang en` what is run; `size 80x24` and `env NAME=value` above it · `> text` types text and Enter ·
 * `key Down Space Enter` presses keys · `| text` waits until the screen shows it: lines that follow each other must
 * stand below each other on one screen, other lines may stand between · `! text` must not be on the screen then ·
 * `exit 0` waits for the end · `#` comment.
 */
export async function play(source: string): Promise<void> {
  const { args, width, height, env, steps } = parse(source);
  const terminal = openTimbang(args, { width, height, env });
  for (let at = 0; at < steps.length; at += 1) {
    const step = steps[at] as Step;
    if (step.mark === '|') {
      const block = steps
        .slice(at)
        .filter((_, index, rest) => rest.slice(0, index + 1).every(({ mark }) => mark === '|'));
      await terminal.waitFor(inOrder(block.map(({ text }) => text)));
      at += block.length - 1;
    } else {
      await take(step, terminal);
    }
  }
  terminal.kill();
}

async function take({ mark, text, line }: Step, terminal: Terminal): Promise<void> {
  if (mark === '>') terminal.enter(text);
  else if (mark === 'key') terminal.key(...text.split(/\s+/));
  else if (mark === '!') expect(terminal.screen(), `line ${line}`).not.toContain(text);
  else if (mark === 'exit')
    expect(await terminal.exitCode(), `line ${line}:\n${terminal.screen()}`).toBe(Number(text));
  else throw new Error(`line ${line}: a transcript has no step "${mark}"`);
}

function parse(source: string): Transcript {
  const steps = source.split('\n').flatMap((raw, index): Step[] => {
    if (raw.trim() === '' || raw.startsWith('#')) return [];
    const [, mark = '', text = ''] = /^(\S+) ?(.*)$/.exec(raw) ?? [];
    return [{ mark, text, line: index + 1 }];
  });
  const start = steps.findIndex(({ mark }) => mark === '$');
  const [name, ...args] = (steps[start]?.text ?? '').split(/\s+/);
  if (name !== 'timbang') throw new Error('a transcript begins with: $ timbang ...');
  const head = steps.slice(0, start);
  const size = /^(\d+)x(\d+)$/.exec(head.find(({ mark }) => mark === 'size')?.text ?? '80x24');
  const env = head
    .filter(({ mark }) => mark === 'env')
    .map(({ text }) => text.split('=') as [string, string]);
  return {
    args,
    width: Number(size?.[1]),
    height: Number(size?.[2]),
    env: Object.fromEntries(env),
    steps: steps.slice(start + 1),
  };
}

function inOrder(texts: readonly string[]): RegExp {
  const escaped = texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(escaped.join(String.raw`[^\n]*\n(?:[^\n]*\n)*?[^\n]*`));
}
