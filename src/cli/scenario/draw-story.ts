import { drawing, listLines } from '../../scenarios/map/graph.ts';
import { listText } from '../../scenarios/map/list-doc.ts';
import { storyVoice } from '../../scenarios/play/voice.ts';
import { deliver } from '../out.ts';
import type { Shell } from '../shell.ts';
import type { GraphCommandOptions } from './author-options.ts';
import { openStory } from './story.ts';

/** Draws a story, or tells it as an indented list. */
export async function drawStory(
  shell: Shell,
  file: string,
  { format, out }: GraphCommandOptions,
): Promise<void> {
  const { story, pack } = await openStory(shell, file);
  const voice = storyVoice(pack, shell.lang);
  const text =
    format === 'list' ? listText(listLines(story, voice), shell.say) : drawing(story, voice, format);
  await deliver(shell, text, out);
}
