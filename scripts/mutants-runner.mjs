// The test runner that stryker calls for each mutant of the engine (stryker.config.json): all tests in this process,
// bundled once. A mutant is then a matter of milliseconds, and the first test that fails ends it.
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { build } from 'esbuild';

/** The sharpest first. */
const TESTS = ['tables', 'theories', 'comparisons', 'brute', 'laws', 'exhaustive'];

/** Where the instrumented files look which mutant is on. */
const NAMESPACE = '__stryker__';
globalThis[NAMESPACE] ??= {};
const switches = globalThis[NAMESPACE];

class InProcess {
  loads = 0;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // It stands where the tests stand, so that what they look for beside them is there.
    this.file = path.resolve('tests/engine/all-tests.mjs');
    const imports = TESTS.map((name) => `import './tests/engine/${name}.test.ts';`);
    await build({
      stdin: {
        contents: [...imports, "export { collected } from 'vitest';"].join('\n'),
        resolveDir: process.cwd(),
      },
      outfile: this.file,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'bundle',
      alias: { vitest: path.resolve('scripts/mutants-vitest.mjs') },
      banner: {
        js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
      },
      logLevel: 'silent',
    });
    console.log = () => undefined;
    this.tests = await this.load();
  }

  /** Evaluates the bundle anew: for the mutants of what runs when a module is loaded. */
  async load() {
    this.loads += 1;
    const { collected } = await import(`${pathToFileURL(this.file).href}?${this.loads}`);
    return collected;
  }

  async dryRun() {
    switches.activeMutant = undefined;
    const tests = [];
    for (const { name, run } of this.tests) {
      switches.currentTestId = name;
      const start = performance.now();
      const failureMessage = await failureOf(run);
      const told = failureMessage === undefined ? { status: 0 } : { status: 1, failureMessage };
      tests.push({ id: name, name, timeSpentMs: Math.round(performance.now() - start), ...told });
    }
    switches.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: switches.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit }) {
    Object.assign(switches, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    if (hitLimit === undefined) switches.hitCount = undefined;
    try {
      const tests = mutantActivation === 'static' ? await this.load() : this.tests;
      const wanted = testFilter && new Set(testFilter);
      let nrOfTests = 0;
      for (const { name, run } of tests) {
        if (wanted && !wanted.has(name)) continue;
        nrOfTests += 1;
        const failureMessage = await failureOf(run);
        if (switches.hitCount > hitLimit) return { status: 'timeout', reason: 'it goes in a circle' };
        if (failureMessage !== undefined)
          return { status: 'killed', killedBy: [name], failureMessage, nrOfTests };
      }
      return { status: 'survived', nrOfTests };
    } catch (error) {
      return { status: 'killed', killedBy: ['loading'], failureMessage: String(error), nrOfTests: 0 };
    } finally {
      switches.activeMutant = undefined;
    }
  }
}

async function failureOf(run) {
  try {
    await run();
    return undefined;
  } catch (error) {
    return String(error?.message ?? error).slice(0, 500);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcess)];
