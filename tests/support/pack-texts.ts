import path from 'node:path';
import { parse } from 'yaml';
import { filesBelow } from './sources.ts';
import { readProject } from './workplace.ts';

/** One text in both languages, with the place where it stands. */
export interface Text {
  readonly place: string;
  readonly en: string;
  readonly id: string;
}

/** Every text of the packs that are shipped, without their scenarios. */
export function packTexts(): Text[] {
  return filesBelow('rules', '.yaml')
    .filter((file) => !file.includes('/scenarios/'))
    .flatMap((file) => textsIn(parse(readProject(file)), file));
}

/** Every message of the program, in both languages. */
export function messageTexts(): Text[] {
  return filesBelow('src/text/messages/en', '.json').flatMap((file) => {
    const en = JSON.parse(readProject(file)) as Readonly<Record<string, string>>;
    const id = JSON.parse(readProject(file.replace('/en/', '/id/'))) as typeof en;
    const name = path.basename(file);
    return Object.keys(en).map((key) => ({ place: `${name}: ${key}`, en: en[key] ?? '', id: id[key] ?? '' }));
  });
}

function textsIn(value: unknown, place: string): Text[] {
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, place));
  if (typeof value !== 'object' || value === null) return [];
  const { en, id } = value as { en?: unknown; id?: unknown };
  if (typeof en === 'string' && typeof id === 'string') return [{ place, en, id }];
  return Object.entries(value).flatMap(([key, below]) => textsIn(below, `${place} ${key}`));
}
