import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders and files of the program outside of what a person names; absolute, and none has to exist. */
export interface Places {
  readonly userConfig: string;
  readonly projectConfig: string;
  /** State: drafts are neither cache nor temporary. */
  readonly drafts: string;
  readonly userPacks: string;
  readonly shippedPacks: string;
  readonly schemas: string;
}

interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly platform: NodeJS.Platform;
}

/**
 * Says where everything stands: what `XDG_*` names wherever it is set, else what the platform is used to. An account
 * without a home gets the folder that it is in.
 */
export function placesOf({ env, cwd, platform }: Machine): Places {
  const home = env['HOME'] || env['USERPROFILE'] || homeOf() || cwd;
  const base = (xdg: string, usual: Usual): string => {
    const named = env[xdg];
    // The specification tells to ignore what is not absolute.
    if (named && path.isAbsolute(named)) return path.join(named, 'timbang');
    if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'timbang', usual.mac);
    if (platform === 'win32') return path.join(env[usual.windows] || home, 'timbang', usual.mac);
    return path.join(home, usual.unix, 'timbang');
  };
  const root = programRoot();
  return {
    userConfig: path.join(
      base('XDG_CONFIG_HOME', { unix: '.config', mac: '', windows: 'APPDATA' }),
      'config.yaml',
    ),
    projectConfig: path.join(cwd, 'timbang.yaml'),
    drafts: path.join(
      base('XDG_STATE_HOME', { unix: '.local/state', mac: 'state', windows: 'LOCALAPPDATA' }),
      'drafts',
    ),
    userPacks: path.join(
      base('XDG_DATA_HOME', { unix: '.local/share', mac: '', windows: 'APPDATA' }),
      'packs',
    ),
    shippedPacks: path.join(root, 'rules'),
    schemas: path.join(root, 'schemas'),
  };
}

interface Usual {
  readonly unix: string;
  readonly mac: string;
  readonly windows: string;
}

function homeOf(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}

/** The folder that holds package.json: two above `src/cli`, one above `dist`. */
function programRoot(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return path.basename(here) === 'cli' ? path.resolve(here, '..', '..') : path.resolve(here, '..');
}
