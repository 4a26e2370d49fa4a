import type { Body } from '../ask/prompter.ts';
import { assess } from '../engine/assess.ts';
import type { Report } from '../model/report.ts';
import { type Doc, entry, text, title } from '../render/doc.ts';
import { layout } from '../render/layout.ts';
import { markdown } from '../render/markdown.ts';
import { plainLayout } from '../render/plain.ts';
import { report } from '../render/report.ts';
import { dilemmaOf } from './fold.ts';
import { known } from './look.ts';
import type { Session } from './session.ts';
import type { Voice } from './voice.ts';

/** The report of what is known, in the language of the moment. */
export function reportNow({ compiled, state, voice, world }: Session): Report {
  const assessment = assess(compiled, known(compiled, dilemmaOf(state)));
  return report({ assessment, pack: voice.pack, lang: voice.lang, toolVersion: world.toolVersion });
}

/** A document as a page of the walkthrough: numbered sections for a listener, columns for a reader. */
export function docBody(doc: Doc, plain: boolean): Body {
  return (width) => (plain ? plainLayout(doc, width) : layout(doc, width));
}

/** The result as Markdown, for the saved file. */
export function reportMarkdown(result: Report, voice: Voice, today: string): string {
  return markdown([...resultDoc(result, voice, today)]);
}

/** The first screen of the result: what to do now, what not, whom to tell by when, what collides and what yields. */
export function resultDoc(result: Report, _voice: Voice, _today: string): Doc {
  return [title(result.headline), ...result.actions.map((a) => entry(a.verdict, a.text)), text('')];
}
