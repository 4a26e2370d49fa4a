import { execFileSync } from 'node:child_process';

/** What the machine tests call, and the Debian package that brings it. `.ci/run` installs the same ones. */
const TOOLS: readonly { readonly command: string; readonly version: string; readonly debian: string }[] = [
  { command: 'tmux', version: '-V', debian: 'tmux' },
  { command: 'chromium', version: '--version', debian: 'chromium' },
  { command: 'pdftotext', version: '-v', debian: 'poppler-utils' },
  { command: 'age', version: '--version', debian: 'age' },
  { command: 'jq', version: '--version', debian: 'jq' },
  { command: 'soffice', version: '--version', debian: 'libreoffice-writer-nogui' },
];

/** Fails the whole run when a tool is missing: a test that was not run must not look like one that passed. */
export default function setup(): void {
  const missing = TOOLS.filter(({ command, version }) => {
    try {
      execFileSync(command, [version], { stdio: 'ignore' });
      return false;
    } catch {
      return true;
    }
  });
  if (missing.length > 0) {
    const packages = missing.map(({ debian }) => debian).join(' ');
    throw new Error(`the machine tests need: ${packages} (apt-get install ${packages})`);
  }
}
