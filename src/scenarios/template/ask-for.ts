import { personalDoubt } from '../../ask/doubt.ts';
import type { Body, Page, Prompter, Reply } from '../../ask/prompter.ts';
import type { TopicId } from '../../model/ids.ts';
import type { Pack } from '../../model/pack.ts';
import type { Lang } from '../../model/text.ts';
import { text } from '../../render/doc.ts';
import { nowPanel } from '../../render/now.ts';
import { type Say, sayIn } from '../../text/say.ts';
import { pageOf, said } from '../play/pages.ts';
import { LEVELS, type Level, SCENARIO_KINDS, type ScenarioKind } from './write-template.ts';

/** What a new scenario begins with. */
export interface Wishes {
  readonly kind: ScenarioKind;
  readonly level: Level;
  readonly titles: Readonly<Record<Lang, string>>;
  readonly topics: readonly TopicId[];
}

export interface WishesToAsk {
  readonly prompter: Prompter;
  readonly pack: Pack;
  readonly lang: Lang;
  readonly today: string;
  /** What was said on the command line: offered first. */
  readonly given: Partial<Wishes>;
}

type Steps = readonly (keyof Wishes | `title:${Lang}`)[];

/** Asks for what a new scenario begins with; `undefined`: the person left. Back leads to the question before. */
export async function askWishes(asking: WishesToAsk): Promise<Wishes | undefined> {
  const { pack, given } = asking;
  const steps: Steps = [...pack.languages.map((lang) => `title:${lang}` as const), 'kind', 'level', 'topics'];
  let wishes: Wishes = { kind: 'staged', level: 'novice', titles: {}, topics: [], ...given };
  let notice: Body | undefined;
  for (let at = 0; at < steps.length; ) {
    const step = steps[at] ?? 'kind';
    const reply = await askOne(asking, { step, wishes, notice });
    notice = undefined;
    if (reply.kind === 'value') {
      wishes = { ...wishes, ...reply.value };
      at += 1;
    } else if (reply.command === 'quit' || reply.command === 'quit-silently') {
      return undefined;
    } else if (reply.command === 'back') {
      at = Math.max(0, at - 1);
    } else {
      notice = await served(asking, reply.command);
    }
  }
  return wishes;
}

interface Asked {
  readonly step: Steps[number];
  readonly wishes: Wishes;
  readonly notice: Body | undefined;
}

async function askOne(
  { prompter, pack, lang }: WishesToAsk,
  { step, wishes, notice }: Asked,
): Promise<Reply<Partial<Wishes>>> {
  const say = sayIn(lang);
  const page = (words: string): Page => ({ body: pageOf([text(words)]), notice });
  switch (step) {
    case 'kind':
      return as(
        await prompter.chooseOne({
          ...page(say('new.ask.kind')),
          choices: SCENARIO_KINDS.map((value) => ({ value, label: say(`new.kind.${value}`) })),
          enter: wishes.kind,
        }),
        (kind) => ({ kind: kind as ScenarioKind }),
      );
    case 'level':
      return as(
        await prompter.chooseOne({
          ...page(say('new.ask.level')),
          choices: LEVELS.map((value) => ({ value, label: say(`new.level.${value}`) })),
          enter: wishes.level,
        }),
        (level) => ({ level: level as Level }),
      );
    case 'topics':
      return as(
        await prompter.markSeveral({
          ...page(say('new.ask.topics')),
          choices: [...pack.topics.values()].map(({ id, text: words }) => ({
            value: id,
            label: words[lang] ?? id,
          })),
          marked: wishes.topics,
        }),
        (topics) => ({ topics: topics as readonly TopicId[] }),
      );
    case 'titles':
      return { kind: 'value', value: {} };
    default: {
      const of = step.slice('title:'.length);
      const words = page(say(`new.ask.title-${of === 'id' ? 'id' : 'en'}`));
      return askTitle(prompter, { of, titles: wishes.titles, page: words, say });
    }
  }
}

interface TitleToAsk extends Pick<Wishes, 'titles'> {
  readonly of: Lang;
  readonly page: Page;
  readonly say: Say;
}

async function askTitle(
  prompter: Prompter,
  { of, titles, page, say }: TitleToAsk,
): Promise<Reply<Partial<Wishes>>> {
  const before = titles[of];
  return as(
    await prompter.shortText({
      ...page,
      ...(before !== undefined && { current: before }),
      check: (typed) => personalDoubt(typed, say),
    }),
    (title) => (title.trim() === '' ? {} : { titles: { ...titles, [of]: title.trim() } }),
  );
}

function as<T>(reply: Reply<T>, make: (value: T) => Partial<Wishes>): Reply<Partial<Wishes>> {
  return reply.kind === 'value' ? { kind: 'value', value: make(reply.value) } : reply;
}

/** What can be typed at any prompt and leads nowhere else: numbers to call, hiding; the rest is explained. */
async function served(
  { prompter, pack, lang, today }: WishesToAsk,
  command: Exclude<Reply<null>, { kind: 'value' }>['command'],
): Promise<Body | undefined> {
  const say = sayIn(lang);
  if (command === 'now') await prompter.pause({ body: pageOf(nowPanel({ pack, lang, say, today })) });
  else if (command === 'hide') await prompter.hide();
  else return said(say('new.ask.help'));
  return undefined;
}
