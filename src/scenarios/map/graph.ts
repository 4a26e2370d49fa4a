import { clean } from '../../render/spans.ts';
import type { Story } from '../play/story.ts';
import type { StoryVoice } from '../play/voice.ts';

/** Longest label on a drawing, in characters; the list has the whole text. */
const LONGEST = 48;

/** Draws where each choice of a story leads, for Mermaid or Graphviz. Ends in a line break. */
export function drawing(story: Story, { read }: StoryVoice, form: 'mermaid' | 'dot'): string {
  // What is drawn has names of its own: an id may be a word that the drawing program keeps for itself.
  const places = [...story.stages.keys(), ...story.ends.keys()];
  const nameOf = (id: string): string => {
    const at = places.indexOf(id);
    return at < 0 ? 'nowhere' : `n${at + 1}`;
  };
  const stages = [...story.stages.values()];
  const ends = [...story.ends];
  const ways = stages.flatMap((stage) =>
    stage.options.map(({ label, then }) => ({ from: nameOf(stage.id), to: nameOf(then), says: read(label) })),
  );
  const lost = ways.some(({ to }) => to === 'nowhere');
  if (form === 'dot') {
    return [
      'digraph story {',
      '  rankdir=TB;',
      '  node [shape=box];',
      ...stages.map(({ id, ask }) => `  ${nameOf(id)} [label=${quoted(`${id}\n${short(read(ask))}`)}];`),
      ...ends.map(
        ([id, text]) => `  ${nameOf(id)} [shape=ellipse, label=${quoted(`${id}\n${short(read(text))}`)}];`,
      ),
      ...(lost ? ['  nowhere [label="?"];'] : []),
      ...ways.map(({ from, to, says }) => `  ${from} -> ${to} [label=${quoted(short(says))}];`),
      '}',
      '',
    ].join('\n');
  }
  return [
    'flowchart TD',
    ...stages.map(({ id, ask }) => `  ${nameOf(id)}["${escaped(id)}<br/>${escaped(short(read(ask)))}"]`),
    ...ends.map(([id, text]) => `  ${nameOf(id)}(["${escaped(id)}<br/>${escaped(short(read(text)))}"])`),
    ...(lost ? ['  nowhere["?"]'] : []),
    ...ways.map(({ from, to, says }) => `  ${from} -->|"${escaped(short(says))}"| ${to}`),
    '',
  ].join('\n');
}

/** One line of a story told as a list: how deep it stands under what leads to it. */
export interface ListLine {
  readonly depth: number;
  readonly kind: 'stage' | 'end' | 'choice' | 'again' | 'nowhere';
  readonly id: string;
  readonly text: string;
}

/** Tells a story as lines in the order of its ways; what was told already is only named the second time. */
export function listLines(story: Story, { read }: StoryVoice): ListLine[] {
  const lines: ListLine[] = [];
  const told = new Set<string>();
  const tell = (id: string, depth: number): void => {
    const [stage, end] = [story.stages.get(id), story.ends.get(id)];
    if (!stage) {
      lines.push({ depth, kind: end ? 'end' : 'nowhere', id, text: end ? short(read(end)) : '' });
      return;
    }
    if (told.has(id)) {
      lines.push({ depth, kind: 'again', id, text: '' });
      return;
    }
    told.add(id);
    lines.push({ depth, kind: 'stage', id, text: read(stage.ask) });
    for (const option of stage.options) {
      lines.push({ depth: depth + 1, kind: 'choice', id: option.id, text: read(option.label) });
      tell(option.then, depth + 2);
    }
  };
  tell(story.start, 0);
  // What no way comes to is told too, or nobody would miss it.
  for (const id of story.stages.keys()) if (!told.has(id)) tell(id, 0);
  return lines;
}

function short(words: string): string {
  const line = clean(words).replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).trimEnd()}…`;
}

function quoted(words: string): string {
  return `"${words.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`).replaceAll('\n', String.raw`\n`)}"`;
}

/** Mermaid reads entities, and takes quotes and brackets for its own. */
function escaped(words: string): string {
  return words.replace(/["<>&#`[\](){}|\\]/g, (sign) => `#${sign.charCodeAt(0)};`);
}
