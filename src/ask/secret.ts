import { InputEnded, Interrupted } from './prompter.ts';
import type { Terminal } from './terminal.ts';

/** A terminal whose keys can be read one by one, without being shown. */
type Raw = NodeJS.ReadableStream & { readonly setRawMode?: (raw: boolean) => unknown };

const KEYS = { enter: /[\r\n]/, interrupt: '\u0003', end: '\u0004', erase: /[\b\u007f]/, clear: '\u0015' };

/** Whether a secret can be typed here: only at a terminal, where it is not shown. */
export function canAskSecret({ input }: Terminal): boolean {
  return input.isTTY === true && typeof (input as Raw).setRawMode === 'function';
}

/**
 * Reads one line that is not shown, such as a passphrase, not even as stars.
 *
 * @throws Interrupted on Ctrl-C, InputEnded on Ctrl-D or at the end of input
 */
export function readSecret({ input, output }: Terminal, label: string): Promise<string> {
  const raw = input as Raw;
  output.write(`${label} `);
  raw.setRawMode?.(true);
  input.resume();
  return new Promise((resolve, reject) => {
    let typed = '';
    const end = (then: () => void): void => {
      input.off('data', take);
      input.off('end', ended);
      raw.setRawMode?.(false);
      input.pause();
      output.write('\n');
      then();
    };
    const ended = (): void => end(() => reject(new InputEnded()));
    const take = (chunk: Buffer | string): void => {
      for (const key of chunk.toString()) {
        if (KEYS.enter.test(key)) return end(() => resolve(typed));
        if (key === KEYS.interrupt) return end(() => reject(new Interrupted()));
        if (key === KEYS.end) return ended();
        if (KEYS.erase.test(key)) typed = typed.replace(/.$/su, '');
        else if (key === KEYS.clear) typed = '';
        else typed += key;
      }
    };
    input.on('data', take);
    input.on('end', ended);
  });
}
