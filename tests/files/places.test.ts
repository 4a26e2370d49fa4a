import { describe, expect, test } from 'vitest';
import { placesOf } from '../../src/files/places.ts';

describe('the folders of the program', () => {
  test.each([
    {
      name: 'are those of XDG where they are set',
      platform: 'linux',
      env: { HOME: '/home/a', XDG_CONFIG_HOME: '/c', XDG_STATE_HOME: '/s', XDG_DATA_HOME: '/d' },
      places: { config: '/c/timbang', state: '/s/timbang', data: '/d/timbang' },
    },
    {
      name: 'are below HOME otherwise',
      platform: 'linux',
      env: { HOME: '/home/a' },
      places: {
        config: '/home/a/.config/timbang',
        state: '/home/a/.local/state/timbang',
        data: '/home/a/.local/share/timbang',
      },
    },
    {
      name: 'are below HOME where XDG is empty or relative',
      platform: 'linux',
      env: { HOME: '/home/a', XDG_CONFIG_HOME: '', XDG_STATE_HOME: 'state', XDG_DATA_HOME: '../d' },
      places: {
        config: '/home/a/.config/timbang',
        state: '/home/a/.local/state/timbang',
        data: '/home/a/.local/share/timbang',
      },
    },
    { name: 'are absent without a home', platform: 'linux', env: {}, places: {} },
    {
      name: 'are absent with a home that is no absolute path',
      platform: 'linux',
      env: { HOME: 'a' },
      places: {},
    },
    {
      name: 'are those of XDG also without a home',
      platform: 'linux',
      env: { XDG_STATE_HOME: '/s' },
      places: { state: '/s/timbang' },
    },
    {
      name: 'are where macOS keeps them',
      platform: 'darwin',
      env: { HOME: '/Users/a' },
      places: {
        config: '/Users/a/Library/Application Support/timbang',
        state: '/Users/a/Library/Application Support/timbang/state',
        data: '/Users/a/Library/Application Support/timbang/data',
      },
    },
    {
      name: 'are where Windows keeps them',
      platform: 'win32',
      env: { APPDATA: 'C:\\a\\Roaming', LOCALAPPDATA: 'C:\\a\\Local' },
      places: {
        config: 'C:\\a\\Roaming\\timbang',
        state: 'C:\\a\\Local\\timbang\\state',
        data: 'C:\\a\\Local\\timbang\\data',
      },
    },
    {
      name: 'are below the profile of Windows otherwise',
      platform: 'win32',
      env: { USERPROFILE: 'C:\\a' },
      places: {
        config: 'C:\\a\\AppData\\Roaming\\timbang',
        state: 'C:\\a\\AppData\\Local\\timbang\\state',
        data: 'C:\\a\\AppData\\Local\\timbang\\data',
      },
    },
  ] as const)('$name', ({ platform, env, places }) => {
    expect(placesOf({ env, platform })).toEqual(places);
  });
});
