import type { ChooseOne } from '../../ask/prompter.ts';
import type { FactId, TopicId } from '../../model/ids.ts';
import { title } from '../../render/doc.ts';
import type { PageId } from '../fold/event.ts';
import type { WalkState } from '../fold/fold.ts';
import type { Look } from '../fold/steps.ts';
import { body, saidAnswer } from './pages.ts';
import type { Voice } from './voice.ts';

/** Value of the choice that goes on to the result. */
export const GO_ON = '~go-on';
/** Value of the choice that goes on with the questions that are left. */
export const ASK_MORE = '~more';

/**
 * Check your answers: every answer with a number to change it, those no longer used at the end and said so; answers
 * that cannot hold together are told first. Where questions are left, the result can be seen before they are answered.
 */
export function checkPage(voice: Voice, state: WalkState, look: Look): ChooseOne {
  const assessment = look.assessment();
  const more = look.next() !== undefined;
  const { say } = voice;
  const contradicting = assessment.contradiction.flatMap((fact) => factLine(voice, state, fact) ?? []);
  const entries = state.trail
    .map((page) => ({ value: page as string, label: entryOf(voice, state, page) }))
    .filter((entry): entry is { value: string; label: string } => entry.label !== undefined);
  const parked = new Set(
    assessment.facts.filter(({ from }) => from === 'parked').map(({ id }) => `question:${id}`),
  );
  const used = entries.filter(({ value }) => !parked.has(value));
  const unused = entries
    .filter(({ value }) => parked.has(value))
    .map(({ value, label }) => ({ value, label: say('walk.check.parked', { answer: label }) }));
  return {
    body:
      contradicting.length > 0
        ? body(
            title(say('walk.check.title')),
            say('walk.check.contradiction'),
            contradicting,
            say('walk.check.which'),
          )
        : body(title(say('walk.check.title')), say(more ? 'walk.check.how-more' : 'walk.check.how')),
    choices: [
      ...(more ? [{ value: ASK_MORE, label: say('walk.check.more') }] : []),
      { value: GO_ON, label: say(more ? 'walk.check.so-far' : 'walk.check.go-on') },
      ...used,
      ...unused,
    ],
    ...(contradicting.length > 0 ? {} : { enter: more ? ASK_MORE : GO_ON }),
  };
}

function entryOf(voice: Voice, state: WalkState, page: PageId): string | undefined {
  const { say, pack, read } = voice;
  if (page === 'marks') {
    const marked = [...pack.topics.values()].filter((topic) => state.topics?.includes(topic.id));
    const topics = marked.map((topic) => read(topic.text)).join('; ') || say('walk.check.no-topics');
    return say('walk.check.topics', { topics });
  }
  if (page.startsWith('question:topic:')) {
    const topic = page.slice('question:topic:'.length) as TopicId;
    const screening = pack.topics.get(topic)?.screening;
    const answer = state.screened.get(topic);
    return (
      screening &&
      answer &&
      say('walk.check.answer', { ask: read(screening), answer: say(`answer.${answer}`) })
    );
  }
  return page.startsWith('question:')
    ? factLine(voice, state, page.slice('question:'.length) as FactId)
    : undefined;
}

function factLine(voice: Voice, state: WalkState, id: FactId): string | undefined {
  const fact = voice.pack.facts.get(id);
  const given = state.facts.get(id);
  if (!fact || !given) return undefined;
  return voice.say('walk.check.answer', {
    ask: voice.read(fact.ask),
    answer: saidAnswer(voice, fact, given),
  });
}
