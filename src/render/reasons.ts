import type { ReportAction, ReportRule } from '../model/report.ts';
import { choiceInWords } from '../text/lists.ts';
import { type Block, entry, text } from './doc.ts';
import { sourceChecked, type Telling, throughWords } from './telling.ts';

/**
 * One action with everything that bears on it: what stands, what was set aside and by what, what is still open; with
 * `whyNot` also the rules that do not apply here.
 */
export function actionEntry(action: ReportAction, whyNot: boolean, telling: Telling): Block {
  const { say } = telling;
  const words = [{ text: action.text, style: 'strong' as const }];
  return entry(say(`verdict.${action.verdict as 'must'}`), words, [
    ...stateLines(action, telling).map(text),
    ...action.rules.map((rule) => ruleEntry(rule, action, telling)),
    ...(whyNot ? whyNotEntries(action, telling) : []),
  ]);
}

function stateLines(action: ReportAction, telling: Telling): string[] {
  const { say } = telling;
  const named = (ids: readonly string[], name: (id: string) => string): string =>
    telling.series(ids.map(name));
  const possible = choiceInWords(
    action.possible.map((verdict) => say(`verdict.${verdict as 'must'}`)),
    say,
  );
  return [
    ...(action.help === null ? [] : [action.help]),
    ...(action.decided === null ? [] : [say(`decided.${action.decided}`)]),
    ...(action.unmet ? [say('decided.unmet')] : []),
    ...(action.possible.length > 1 ? [say('action.possible', { verdicts: possible })] : []),
    ...(action.dependsOn.length > 0
      ? [say('action.depends', { questions: telling.questions(action.dependsOn) })]
      : []),
    ...(action.exact ? [] : [say('action.inexact')]),
    ...(action.notTogetherWith.length > 0
      ? [say('action.not-together', { actions: named(action.notTogetherWith, telling.action) })]
      : []),
    ...(action.contestedWith.length > 0
      ? [say('action.contested', { actions: named(action.contestedWith, telling.action) })]
      : []),
    ...(action.verdict === 'silent' ? [say('action.silent')] : []),
  ];
}

function ruleEntry(rule: ReportRule, action: ReportAction, telling: Telling): Block {
  const { say } = telling;
  const state = rule.standing
    ? 'stands'
    : rule.possible
      ? 'possible'
      : rule.setAsideBy.length > 0
        ? 'set-aside'
        : 'bears';
  const values = {
    because: rule.because,
    principle: telling.principle(rule.principle),
    verdict: say(`verdict.${rule.verdict as 'must'}`),
  };
  const asked = rule.facts.filter((id) => action.dependsOn.includes(id));
  return entry(say(`reason.${state}`), say('reason.line', values), [
    text(sourceChecked(rule.source, telling)),
    ...rule.setAsideBy.map((by) => text(setAsideWords(by, telling))),
    ...(state === 'possible' && asked.length > 0
      ? [text(say('reason.waits', { questions: telling.questions(asked) }))]
      : []),
  ]);
}

function setAsideWords(by: ReportRule['setAsideBy'][number], telling: Telling): string {
  const { say } = telling;
  const winner = telling.rule(by.rule);
  const values = { because: winner?.because ?? by.rule, through: throughWords(by.through, telling) };
  return say('reason.set-aside-by', values);
}

/** Rules on the action that do not apply here, with what is missing. */
function whyNotEntries(action: ReportAction, telling: Telling): Block[] {
  const { say } = telling;
  return action.notApplying.map((rule) => {
    const values = {
      because: rule.because,
      principle: telling.principle(rule.principle),
      verdict: say(`verdict.${rule.verdict as 'must'}`),
    };
    const missing = telling.series(rule.missing.map(({ text: words }) => words));
    const reason = rule.excepted ? 'why-not.excepted' : 'why-not.missing';
    return entry(say('why-not.label'), say('reason.line', values), [
      ...(missing === '' ? [] : [text(say(reason, { missing }))]),
      text(sourceChecked(rule.source, telling)),
    ]);
  });
}
