import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { placesOf as foldersOf, type Surroundings } from '../files/places.ts';

/** Files and folders of the program outside of what a person names; absolute, and none has to exist. */
export interface Places {
  /** Absent, with the next three, where the environment names no home. */
  readonly userConfig?: string;
  /** State: drafts are neither cache nor temporary. */
  readonly drafts?: string;
  /** What learners chose in scenarios. */
  readonly sessions?: string;
  readonly userPacks?: string;
  /** The store of decision records, where no other one is named. */
  readonly userRecords?: string;
  readonly projectConfig: string;
  readonly shippedPacks: string;
  /** What the build has made of them. */
  readonly builtPacks: string;
  /** The faces of documents. */
  readonly fonts: string;
  readonly schemas: string;
}

/** Says where everything stands. */
export function placesOf(machine: Surroundings & { readonly cwd: string }): Places {
  const { config, state, data } = foldersOf(machine);
  const root = programRoot();
  return {
    ...(config && { userConfig: path.join(config, 'config.yaml') }),
    ...(state && { drafts: path.join(state, 'drafts'), sessions: path.join(state, 'sessions') }),
    ...(data && { userPacks: path.join(data, 'packs'), userRecords: path.join(data, 'records') }),
    projectConfig: path.join(machine.cwd, 'timbang.yaml'),
    shippedPacks: path.join(root, 'rules'),
    builtPacks: path.join(root, 'dist', 'packs'),
    fonts: path.join(root, 'dist', 'fonts'),
    schemas: path.join(root, 'schemas'),
  };
}

/** The folder that holds package.json: two above `src/cli`, one above `dist`. */
function programRoot(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return path.basename(here) === 'cli' ? path.resolve(here, '..', '..') : path.resolve(here, '..');
}
