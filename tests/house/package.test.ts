import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { ROOT, readProject } from '../support/workplace.ts';

interface Packed {
  readonly files: readonly { readonly path: string }[];
}

test('the package holds what the program needs at a stranger, and nothing of the workshop', () => {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = JSON.parse(output) as Packed[];
  const files = packed?.files.map(({ path }) => path) ?? [];
  expect(files).toEqual(
    expect.arrayContaining([
      'bin/timbang.js',
      'dist/main.js',
      'dist/LICENSES.txt',
      'dist/packs/base.pack.json',
      'dist/packs/indonesia.panel.json',
      'man/timbang.1',
      'LICENSE',
      'LICENSE-rules',
    ]),
  );
  const top = new Set(files.map((file) => file.split('/')[0]));
  for (const folder of ['src', 'tests', 'scripts', 'bench', 'node_modules', '.ci'])
    expect(top).not.toContain(folder);
});

test('the lock file names no machine: neither a path on it nor where it got its packages', () => {
  expect(readProject('package-lock.json')).not.toMatch(/"resolved"|file:|\/(?:home|root|work|tmp)\//);
});

test('every package is pinned to one version', () => {
  const about = JSON.parse(readProject('package.json')) as Record<string, Record<string, string>>;
  const versions = Object.entries({ ...about['dependencies'], ...about['devDependencies'] });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
