import type { Report } from '../../src/model/report.ts';
import { print } from '../../src/render/print.ts';
import { report } from '../../src/render/report.ts';
import { screen } from '../../src/render/screen.ts';
import { sections } from '../../src/render/sections.ts';
import { tell } from '../../src/render/telling.ts';
import { sayIn } from '../../src/text/say.ts';
import { judge } from './judge.ts';
import type { TinyDilemma } from './tiny-dilemma.ts';
import type { TinyPack } from './tiny-types.ts';

/** The report in English on a tiny dilemma; `also` lists actions of which nothing is said. */
export function tinyReport(tiny: TinyPack, dilemma: TinyDilemma = {}, also: readonly string[] = []): Report {
  const { assessment, pack } = judge(tiny, dilemma);
  return report({ assessment, pack, lang: 'en', toolVersion: '1.0.0', also });
}

const LOOK = { width: 80, style: { level: 0 as const }, plain: false };

/** The whole first screen of 80 columns, in English. */
export function screenOf(told: Report, rows?: number): string {
  const size = { columns: 80, plain: false, ...(rows !== undefined && { rows }) };
  return print(screen(tell(told, sayIn('en')), size), LOOK);
}

/** What is behind the first screen, 80 columns wide, in English. */
export function sectionsOf(told: Report): string {
  return print(sections(tell(told, sayIn('en'))), LOOK);
}
