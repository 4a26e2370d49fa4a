import { existsSync, readFileSync, statfsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** What makes a folder one that several machines write to behind each other's back. */
export type SharedBy = 'network' | 'sync';

// Numbers that Linux gives to file systems (statfs(2)): NFS, SMB, CIFS, SMB2, AFS, 9P, Ceph, Coda.
const NETWORK: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997, 0x00c36400, 0x73757245,
]);
const FUSE = 0x65735546;
/** File systems in user space that reach over a network; those of disks and of encryption are left alone. */
const FUSE_NETWORK = /^fuse\.(?:sshfs|rclone|s3fs|gcsfuse|davfs|google-drive|onedriver|glusterfs|curlftpfs)/;

const SYNC_NAMES =
  /^(?:onedrive|dropbox|google ?drive|my drive|icloud ?drive|nextcloud|owncloud|mega(?:sync)?|pcloud ?drive|box sync|syncthing|mobile documents|cloudstorage)(?:$|[ _-])/i;
const SYNC_MARKS = [
  '.stfolder',
  '.dropbox',
  '.dropbox.cache',
  '.owncloudsync.log',
  '.nextcloudsync.log',
  '.sync_folder',
];

/**
 * Says by what a folder seems to be shared; `undefined`: by nothing that is known.
 *
 * Two machines that write to one store through a network or a sync client lose lines of the journal, and a lock there
 * locks nothing. These are signs and no proof: names of folders, files that sync clients leave, the file system.
 */
export function sharedBy(folder: string): SharedBy | undefined {
  const whole = path.resolve(folder);
  const above = foldersAbove(whole);
  if (whole.startsWith('\\\\')) return 'network';
  if (above.some((one) => SYNC_NAMES.test(path.basename(one)))) return 'sync';
  if (above.some((one) => SYNC_MARKS.some((mark) => existsSync(path.join(one, mark))))) return 'sync';
  const there = above.find((one) => existsSync(one));
  return there !== undefined && isNetwork(there) ? 'network' : undefined;
}

/** A folder and all those above it, the innermost first. */
function foldersAbove(folder: string): string[] {
  const above = path.dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}

function isNetwork(folder: string): boolean {
  if (process.platform !== 'linux') return false;
  const { type } = statfsSync(folder);
  return NETWORK.has(type) || (type === FUSE && FUSE_NETWORK.test(fileSystemOf(folder)));
}

/** The name that /proc/mounts gives to the file system of a folder. */
function fileSystemOf(folder: string): string {
  const mounts = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, at = '']) => folder === at || folder.startsWith(at.endsWith('/') ? at : `${at}/`))
    .toSorted(([, one = ''], [, other = '']) => other.length - one.length);
  return mounts[0]?.[2] ?? '';
}
