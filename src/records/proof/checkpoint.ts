/** The head of a log at one moment (C2SP tlog-checkpoint): how many entries it has, and the root over them. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** The text of a checkpoint, which is what is signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** Reads the text of a checkpoint; `undefined` where it is none. Lines after the third are allowed and not read. */
export function checkpointIn(text: string): Checkpoint | undefined {
  const [origin = '', digits = '', base64 = ''] = text.split('\n');
  const root = Buffer.from(base64, 'base64');
  const isOne =
    origin !== '' &&
    /^(?:0|[1-9]\d{0,15})$/.test(digits) &&
    root.length === 32 &&
    root.toString('base64') === base64;
  return isOne ? { origin, size: Number(digits), root } : undefined;
}
