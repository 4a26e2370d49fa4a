/** What the machine gives the program; in tests, streams and an environment of their own. */
export interface Host {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly platform: NodeJS.Platform;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly clock: () => Date;
  /** Calls back on a signal that ends the program; returns how to stop that. */
  readonly onInterrupt: (then: () => void) => () => void;
}
