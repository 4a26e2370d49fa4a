import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/render/markdown.ts';
import { debriefDoc } from '../../src/scenarios/debrief/debrief-doc.ts';
import { facilitatorSheets } from '../../src/scenarios/handout/facilitator-sheets.ts';
import { learnerSheets } from '../../src/scenarios/handout/learner-sheets.ts';
import { sheetsDoc } from '../../src/scenarios/handout/sheets-doc.ts';
import { storyVoice } from '../../src/scenarios/play/voice.ts';
import { openSecret } from '../scenarios/playing.ts';

// `npm run golden` writes these files anew; what changed in them is then read, and committed with the reason.
describe.each(['id', 'en'])('what a class without computers is given (%s)', (lang) => {
  test("the learner's sheets, the facilitator's copy, the talk", async () => {
    const { story, compiled } = await openSecret();
    const voice = storyVoice(compiled.pack, lang);
    const ways = [
      { letters: 'AA', end: 'end-safe', apart: [] },
      { letters: 'BB', end: 'end-late', apart: [{ stage: 'news', words: voice.say('report.apart.must-do-not', { action: '\u2026' }) }] },
    ];
    const copy = facilitatorSheets({ story, voice, model: 'pearls', ways, today: '2026-11-25' });
    const sheets = markdown(sheetsDoc(learnerSheets(story, voice), 'screen'));
    await expect(sheets).toMatchFileSnapshot(`handout.learner.${lang}.md`);
    await expect(markdown(sheetsDoc(copy, 'screen'))).toMatchFileSnapshot(`handout.facilitator.${lang}.md`);
    const talk = markdown(debriefDoc({ story, voice, model: 'pearls', learners: [] }));
    await expect(talk).toMatchFileSnapshot(`handout.talk.${lang}.md`);
  });
});
