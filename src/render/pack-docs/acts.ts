import { type Action, type Group, PHASES } from '../../model/pack.ts';
import { type Naming, wordsOf } from '../naming.ts';
import { actRows } from './escalation.ts';
import { actionLink, itemsOf, topicLink } from './links.ts';
import { anchorOf, type PageBlock, type Piece, part, row } from './page.ts';
import { ruleLink } from './rules.ts';

/** Courses of action, soonest first, each with the rules that speak of it; then those that go together under a name. */
export function actionBlocks(naming: Naming): PageBlock[] {
  const { pack, say } = naming;
  const actions = [...pack.actions.values()];
  return [
    ...PHASES.flatMap((phase) => {
      const pieces = actions.filter((one) => one.phase === phase).map((one) => actionPiece(one, naming));
      return part(say(`docs.phase.${phase}`), `phase-${phase}`, pieces);
    }),
    ...part(
      say('docs.groups'),
      'groups',
      [...pack.groups.values()].map((group) => groupPiece(group, naming)),
    ),
  ];
}

function actionPiece(action: Action, naming: Naming): Piece {
  const { say, pack } = naming;
  const rules = [...pack.rules.values()].filter((rule) => rule.action === action.id);
  const linked = (ids: Action['after']): ReturnType<typeof itemsOf> =>
    itemsOf(ids.map((id) => actionLink(id, naming)));
  return {
    kind: 'piece',
    anchor: anchorOf('action', action.id),
    title: [wordsOf(action.text, naming)],
    id: action.id,
    rows: [
      ...row(say('docs.help'), wordsOf(action.help, naming)),
      ...row(say('docs.kind'), say(`docs.act.${action.kind}`)),
      ...actRows(action, naming),
      ...row(say('docs.about'), [], itemsOf(action.about.map((id) => topicLink(id, naming)))),
      ...row(say('docs.after'), [], linked(action.after)),
      ...row(say('docs.excludes'), [], linked(action.excludes)),
      ...row(say('docs.entails'), [], linked(action.entails)),
      ...row(
        say('docs.rules-on-it'),
        [],
        rules.map((rule) => ({ words: ruleLink(rule, naming) })),
      ),
    ],
  };
}

function groupPiece(group: Group, naming: Naming): Piece {
  const members = [...naming.pack.actions.values()].filter(({ groups }) => groups.includes(group.id));
  return {
    kind: 'piece',
    anchor: anchorOf('group', group.id),
    title: [wordsOf(group.text, naming)],
    id: group.id,
    rows: row(naming.say('docs.acts'), [], itemsOf(members.map(({ id }) => actionLink(id, naming)))),
  };
}
