/** Compiles the schemas to code, so that no schema is compiled when the program starts. */
export function buildValidators(): Promise<void>;
/** Bundles src/cli/main.ts into dist/. */
export function buildProgram(): Promise<void>;
