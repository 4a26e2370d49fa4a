import { beforeAll, describe, expect, test } from 'vitest';
import { markdown } from '../../src/render/markdown.ts';
import { debriefDoc } from '../../src/scenarios/debrief/debrief-doc.ts';
import { MODELS, modelOf } from '../../src/scenarios/debrief/phases.ts';
import { facilitatorSheets } from '../../src/scenarios/handout/facilitator-sheets.ts';
import { learnerSheets } from '../../src/scenarios/handout/learner-sheets.ts';
import { pathsOfTests } from '../../src/scenarios/handout/paths-of-tests.ts';
import { sheetsDoc } from '../../src/scenarios/handout/sheets-doc.ts';
import { type StoryVoice, storyVoice } from '../../src/scenarios/play/voice.ts';
import { learnerOf } from '../../src/scenarios/report/learner.ts';
import { type Opened, openSecret } from './playing.ts';

let opened: Opened;
let voice: StoryVoice;

beforeAll(async () => {
  opened = await openSecret();
  voice = storyVoice(opened.compiled.pack, 'en');
});

/** What may be known only once an answer is written. */
const LATER = [
  'She goes on with her story',
  'Listening gives time',
  'A promise ties your hands',
  'Waiting has a price',
  'That night she is safe',
  'she is in hospital',
];

describe("the learner's sheets", () => {
  test('hold one stage each, and nothing of what follows a choice', () => {
    const sheets = learnerSheets(opened.story, voice);
    expect(sheets.map(({ title }) => title)).toEqual(['A secret is told', 'Sheet 1', 'Sheet 2']);
    const text = markdown(sheetsDoc(sheets, 'screen'));
    for (const later of LATER) expect(text).not.toContain(later);
    expect(text).not.toMatch(/news-|end-/);
    expect(text).toContain('violence and sudden noise');
    expect(text).toContain('A. Listen');
    expect(text).toContain('Do not write your name');
  });
});

describe("the facilitator's copy", () => {
  test('says what follows each choice, where it leads, how ways are weighed, and whom to call', () => {
    const { story, root } = opened;
    expect(pathsOfTests(root)).toEqual([
      { told: 'listen', news: 'report' },
      { told: 'promise', news: 'wait' },
    ]);
    const sheets = facilitatorSheets({
      story,
      voice,
      model: modelOf(story, undefined),
      ways: [
        { letters: 'BB', end: 'end-late', apart: [{ stage: 'news', words: 'left out: Report (must)' }] },
      ],
      today: '2026-11-25',
    });
    const text = markdown(sheetsDoc(sheets, 'screen'));
    for (const later of LATER) expect(text).toContain(later);
    expect(text).toContain('**Then**: sheet 2');
    expect(text).toContain('**Then**: end b');
    expect(text).toContain('129');
    expect(text).toMatch(/\*\*BB\*\*: end b\n.*left out: Report \(must\)/);
    expect(text).toContain('What did you feel when the news came?');
  });
});

describe('the talk afterwards', () => {
  test.each(MODELS)('%s has its own parts, and takes over the questions of the scenario', (model) => {
    const text = markdown(debriefDoc({ story: opened.story, voice, model, learners: [] }));
    expect(text).toContain('You may pass on any question');
    expect(text.includes('What made you hold or change your mind?')).toBe(true);
    expect(text.match(/^## /gm)?.length).toBe({ pearls: 6, gas: 5, 'plus-delta': 4 }[model]);
  });

  test('fills in what one learner chose, how sure, and what was changed', () => {
    const one = learnerOf(opened.story, {
      id: 'a',
      scenario: { id: 'a-secret-told', version: '1.0.0', file: 'story.yaml' },
      pack: { id: 'sound', version: '1.0.0', digest: 'sha256-0' },
      lang: 'en',
      path: {},
      events: [
        { event: 'choice', stage: 'told', option: 'promise' },
        { event: 'back' },
        { event: 'choice', stage: 'told', option: 'listen' },
        { event: 'confidence', stage: 'told', confidence: 'guess', sure: 0.5 },
        { event: 'shift', stage: 'news', value: -2 },
        { event: 'choice', stage: 'news', option: 'wait' },
      ],
    });
    const text = markdown(debriefDoc({ story: opened.story, voice, model: 'pearls', learners: [one] }));
    expect(text).toContain('At stage 1 you chose "Listen" as a guess.');
    expect(text).toContain('You went back and changed "Promise to keep quiet" to "Listen".');
    expect(text).toContain('keeping quiet until tomorrow becomes: much worse');
    const group = markdown(debriefDoc({ story: opened.story, voice, model: 'pearls', learners: [one, one] }));
    expect(group).toContain('At stage 1 all chose the same: "Listen" 2 of 2.');
    expect(group).not.toContain('you chose');
  });
});
