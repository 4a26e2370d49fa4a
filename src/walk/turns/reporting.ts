import type { Body } from '../../ask/prompter.ts';
import { assess } from '../../engine/assess.ts';
import type { Report } from '../../model/report.ts';
import type { Doc } from '../../render/doc.ts';
import { layout } from '../../render/layout.ts';
import { plainLayout } from '../../render/plain.ts';
import { report } from '../../render/report.ts';
import { screen } from '../../render/screen.ts';
import { type SectionName, sectionOf } from '../../render/sections.ts';
import { type Telling, tell } from '../../render/telling.ts';
import { dilemmaOf } from '../fold/fold.ts';
import { known } from '../look.ts';
import type { Session } from './session.ts';

/** The report of what is known, in the language of the moment. */
export function reportNow(session: Session): Report {
  const { compiled, state, voice, world, reported } = session;
  if (reported && reported.state === state && reported.voice === voice) return reported.report;
  const assessment = assess(compiled, known(compiled, dilemmaOf(state)));
  const made = report({ assessment, pack: voice.pack, lang: voice.lang, toolVersion: world.toolVersion });
  session.reported = { state, voice, report: made };
  return made;
}

function tellingNow(session: Session): Telling {
  return tell(reportNow(session), session.voice.say, session.world.today());
}

/** The first screen of the result, as much of it as there is room for; all of it where pages are turned or read out. */
export function resultBody(session: Session, much: 'fitting' | 'whole' = 'fitting'): Body {
  const telling = tellingNow(session);
  const { plain } = session.options;
  const cut = much === 'fitting' && !plain;
  return (width, rows) =>
    lines(
      screen(telling, { columns: width, plain, ...(rows === undefined || !cut ? {} : { rows }) }),
      width,
      plain,
    );
}

/** Parts of what is behind the first screen. */
export function sectionsBody(session: Session, names: readonly SectionName[]): Body {
  const telling = tellingNow(session);
  const doc = names.flatMap((name) => sectionOf(name, telling));
  const whole = doc[0]?.kind === 'gap' ? doc.slice(1) : doc;
  return (width) => lines(whole, width, session.options.plain);
}

/** Numbered sections for a listener, columns for a reader. */
function lines(doc: Doc, width: number, plain: boolean) {
  return plain ? plainLayout(doc, width) : layout(doc, width);
}
