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
  const usual = platform === 'win32' ? onWindows(set) : onUnix(set('HOME'), platform);
  const at = (own: string, base: string | undefined): string | undefined => {
    const found = set(own) ?? base;
    return found && join(found, NAME);
  };
  const config = at('XDG_CONFIG_HOME', usual.config);
  const state = at('XDG_STATE_HOME', usual.state);
  const data = at('XDG_DATA_HOME', usual.data);
  return { ...(config && { config }), ...(state && { state }), ...(data && { data }) };
}

type Bases = Readonly<Record<keyof Places, string | undefined>>;

function onUnix(home: string | undefined, platform: NodeJS.Platform): Bases {
  const below = (...parts: string[]): string | undefined => home && posix.join(home, ...parts);
  if (platform === 'darwin') {
    const support = below('Library', 'Application Support');
    return { config: support, state: support, data: support };
  }
  return { config: below('.config'), state: below('.local', 'state'), data: below('.local', 'share') };
}

/** What roams with the account is the configuration; drafts and packs stay on this machine. */
function onWindows(set: (name: string) => string | undefined): Bases {
  const profile = set('USERPROFILE');
  const roaming = set('APPDATA') ?? (profile && win32.join(profile, 'AppData', 'Roaming'));
  const local = set('LOCALAPPDATA') ?? (profile && win32.join(profile, 'AppData', 'Local'));
  return { config: roaming, state: local, data: local };
}
