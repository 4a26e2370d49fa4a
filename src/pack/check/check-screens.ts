import type { Fact, Screen } from '../../model/pack.ts';
import { problemAt } from '../problem-at.ts';
import { type Checked, spot } from './spot.ts';

/** Letters of the line above the questions of a screen: with it, one line of 80 columns is full. */
const LEAD = 78;
/** Answers that can be shown under one question while the others stay in sight. */
const ANSWERS = 10;

/** Checks questions that are asked together. E417: a fact in two screens. E418: a lead too long. E419: too many answers. */
export function checkScreens(checked: Checked): void {
  const screenOf = new Map<string, string>();
  for (const screen of checked.pack.screens.values()) {
    checkLead(checked, screen);
    for (const id of screen.facts) {
      const first = screenOf.get(id);
      const fact = checked.pack.facts.get(id);
      if (first === undefined) screenOf.set(id, screen.id);
      else report(checked, { code: 'E417', screen, fact: id, values: { first } });
      if (fact && fact.answers.length > ANSWERS) tooMany(checked, screen, fact);
    }
  }
}

function checkLead({ merged, report: tell }: Checked, { id, ask }: Screen): void {
  for (const [language, words] of Object.entries(ask)) {
    if (words.length <= LEAD) continue;
    const at = spot(merged, 'screens', [id, 'ask', language]);
    tell(problemAt('E418', at, { saw: id, values: { letters: words.length, most: LEAD } }));
  }
}

function tooMany(checked: Checked, screen: Screen, { id, answers }: Fact): void {
  report(checked, { code: 'E419', screen, fact: id, values: { answers: answers.length, most: ANSWERS } });
}

interface Found {
  readonly code: 'E417' | 'E419';
  readonly screen: Screen;
  readonly fact: string;
  readonly values: Readonly<Record<string, string | number>>;
}

function report({ merged, report: tell }: Checked, { code, screen, fact, values }: Found): void {
  tell(problemAt(code, spot(merged, 'screens', [screen.id, 'facts', fact]), { saw: fact, values }));
}
