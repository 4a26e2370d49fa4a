// Writes the shipped packs as the program's own loader makes them, so that a start parses no YAML. src/pack/built reads
// what is written here, as long as the files of the pack are those that it was made of.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundled } from './bundled.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** What `timbang now` needs of a pack. */
const PANEL = ['id', 'languages', 'placeName', 'panel', 'contacts'];

/** Files for dist/packs: name and contents. A pack that cannot be loaded is left out: the program tells what is wrong. */
export async function builtPacks(rules = path.join(root, 'rules')) {
  const { parsePack } = await bundled(`export { parsePack } from './src/pack/parse-pack.ts';`);
  const files = [];
  for (const entry of await readdir(rules, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const parsed = await parsePack(`./${entry.name}`, { project: rules, shipped: rules }).catch(
      () => undefined,
    );
    if (!parsed) continue;
    const { pack } = parsed;
    const panel = Object.fromEntries(PANEL.map((key) => [key, pack[key]]));
    const layers = parsed.layers.map(({ path: folder, ...layer }) => ({
      ...layer,
      folder: path.relative(rules, folder),
    }));
    for (const [part, value] of Object.entries({ pack, panel })) {
      const text = JSON.stringify({ digest: pack.digest, layers, ...encode(value) });
      files.push({ name: `packs/${entry.name}.${part}.json`, contents: Buffer.from(text) });
    }
  }
  return files;
}

/**
 * Splits a value into what JSON can hold and the places of what it cannot: maps, numbers without a sign, `undefined`,
 * and names of files, which depend on where the program is started.
 */
export function encode(value) {
  const special = { maps: [], numbers: [], empty: [], files: [] };
  return { value: encodePart(value, [], special), ...special };
}

function encodePart(value, at, special) {
  if (value === undefined) {
    special.empty.push(at);
    return null;
  }
  if (typeof value === 'number' && !isJson(value)) {
    special.numbers.push([at, Object.is(value, -0) ? '-0' : String(value)]);
    return null;
  }
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
  if (Array.isArray(value)) return value.map((item, index) => encodePart(item, [...at, index], special));
  if (value instanceof Map) {
    const entries = [...value].map(([key, item], index) => [
      encodePart(key, [...at, index, 0], special),
      encodePart(item, [...at, index, 1], special),
    ]);
    special.maps.push(at);
    return entries;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype)
    throw new Error(`no way to write what is at ${at.join('/')}`);
  if (isPlace(value)) special.files.push([...at, 'file']);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, encodePart(item, [...at, key], special)]),
  );
}

function isJson(number) {
  return Number.isFinite(number) && !Object.is(number, -0);
}

function isPlace(value) {
  return typeof value.file === 'string' && typeof value.line === 'number' && typeof value.column === 'number';
}
