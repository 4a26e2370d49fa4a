import { posix, win32 } from 'node:path';

/** The folders of one user; none of them needs to exist. Absent where the environment names no home. */
export interface Places {
  /** `config.yaml`. */
  readonly config?: string;
  /** Drafts. */
  readonly state?: string;
  /** Packs of the user's own. */
  readonly data?: string;
}

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

const NAME = 'timbang';

/**
 * Names the folders that belong to the program: those of the XDG base directory specification where they are set, else
 * those that are usual on the platform.
 *
 * @returns absolute paths. A relative path in an XDG variable is ignored, as the specification asks.
 */
export function placesOf({ env, platform }: Surroundings): Places {
  const { isAbsolute, join } = platform === 'win32' ? win32 : posix;
  const set = (name: string): string | undefined => {
    const value = env[name];
    return value && isAbsolute(value) ? value : undefined;
  };
  const usual = usualOn(platform, set);
  const at = (own: string, otherwise: string | undefined): string | undefined => {
    const base = set(own);
    return base ? join(base, NAME) : otherwise;
  };
  const config = at('XDG_CONFIG_HOME', usual.config);
  const state = at('XDG_STATE_HOME', usual.state);
  const data = at('XDG_DATA_HOME', usual.data);
  return { ...(config && { config }), ...(state && { state }), ...(data && { data }) };
}

type Set = (name: string) => string | undefined;

function usualOn(platform: NodeJS.Platform, set: Set): Places {
  if (platform === 'win32') return onWindows(set);
  const home = set('HOME');
  if (home === undefined) return {};
  if (platform === 'darwin') {
    const own = posix.join(home, 'Library', 'Application Support', NAME);
    return { config: own, state: posix.join(own, 'state'), data: posix.join(own, 'data') };
  }
  return {
    config: posix.join(home, '.config', NAME),
    state: posix.join(home, '.local', 'state', NAME),
    data: posix.join(home, '.local', 'share', NAME),
  };
}

/** What roams with the account is the configuration; drafts and packs stay on this machine. */
function onWindows(set: Set): Places {
  const profile = set('USERPROFILE');
  const roaming = set('APPDATA') ?? (profile && win32.join(profile, 'AppData', 'Roaming'));
  const local = set('LOCALAPPDATA') ?? (profile && win32.join(profile, 'AppData', 'Local'));
  return {
    ...(roaming && { config: win32.join(roaming, NAME) }),
    ...(local && { state: win32.join(local, NAME, 'state'), data: win32.join(local, NAME, 'data') }),
  };
}
