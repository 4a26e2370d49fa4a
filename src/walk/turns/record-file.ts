import type { ActionId } from '../../model/ids.ts';
import type { Report } from '../../model/report.ts';
import { type Doc, entry, section, title } from '../../render/doc.ts';
import { markdown } from '../../render/markdown.ts';
import { render } from '../../render/render.ts';
import { PEOPLE } from '../fold/event.ts';
import type { WalkState } from '../fold/fold.ts';
import { WHOLE } from '../fold/steps.ts';
import type { Voice } from '../pages/voice.ts';

export type Format = 'md' | 'json';

export interface Recorded {
  /** The result as it was shown: its texts are never looked up again. */
  readonly report: Report;
  readonly state: WalkState;
  readonly voice: Voice;
  /** Day of the decision, `2026-11-25`. */
  readonly today: string;
}

/** The decision as one file: the answers and how they are known, the result as given, what was decided and why. */
export function recordFile(format: Format, recorded: Recorded): string {
  return format === 'json' ? `${JSON.stringify(recordJson(recorded), null, 2)}\n` : recordMarkdown(recorded);
}

function recordJson({ report, state, today }: Recorded) {
  const { decision } = state;
  return {
    schema: 'timbang.decision/1',
    decidedOn: today,
    reviewOn: state.review ?? null,
    decision: {
      do: decision?.do ?? [],
      doNot: decision?.leave ?? [],
      other: decision?.other || null,
      reasons: Object.fromEntries([...state.reasons].filter(([, text]) => text !== '')),
    },
    people: Object.fromEntries(PEOPLE.map((question) => [question, state.people.get(question) ?? []])),
    report,
  };
}

function recordMarkdown(recorded: Recorded): string {
  const { report, state, voice, today } = recorded;
  const { say } = voice;
  const { id, version, digest } = report.pack;
  const doc: Doc = [
    title(say('walk.record.title')),
    entry('', say('walk.record.decided-on', { date: today })),
    ...(state.review === undefined ? [] : [entry('', say('walk.record.review-on', { date: state.review }))]),
    entry('', say('walk.record.pack', { id, version, digest })),
    ...list(say('walk.record.do'), [...texts(recorded, state.decision?.do), ...own(state)]),
    ...list(say('walk.record.leave'), texts(recorded, state.decision?.leave)),
    ...list(say('walk.record.reasons'), reasons(recorded)),
    ...PEOPLE.flatMap((question) =>
      list(
        say(`walk.people.${question}`),
        (state.people.get(question) ?? []).map((role) => say(`walk.role.${role}`)),
      ),
    ),
  ];
  const result = render(report, { format: 'md', width: 80, style: { level: 0 }, plain: false, say });
  return `${markdown(doc)}\n${result}`;
}

function list(words: string, items: readonly string[]): Doc {
  return section(
    words,
    items.map((item) => entry('', item)),
  );
}

function texts({ voice }: Recorded, ids: readonly ActionId[] = []): string[] {
  return ids.flatMap((id) => {
    const action = voice.pack.actions.get(id);
    return action ? [voice.read(action.text)] : [];
  });
}

function own({ decision }: WalkState): string[] {
  return decision && decision.other !== '' ? [decision.other] : [];
}

function reasons({ state, voice }: Recorded): string[] {
  return [...state.reasons]
    .filter(([, text]) => text !== '')
    .map(([about, text]) => {
      const action = voice.pack.actions.get(about as ActionId);
      return about === WHOLE || !action
        ? text
        : voice.say('walk.record.reason', { action: voice.read(action.text), text });
    });
}
