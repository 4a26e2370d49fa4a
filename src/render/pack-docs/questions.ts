import { STAGES } from '../../model/ids.ts';
import type { Answer, Concept, Fact, Screen, Topic } from '../../model/pack.ts';
import { answerWords, type Naming, wordsOf } from '../naming.ts';
import { conditionItem, conditionRows } from './conditions.ts';
import { actionLink, citationWords, factLink, itemsOf, topicLink } from './links.ts';
import { anchorOf, fill, type Item, type PageBlock, type Piece, part, type Row, row } from './page.ts';

/** Topics, questions by stage of the work, and conditions that have a name. */
export function questionBlocks(naming: Naming): PageBlock[] {
  const { pack, say } = naming;
  const topics = [...pack.topics.values()].map((topic) => topicPiece(topic, naming));
  const facts = [...pack.facts.values()];
  const concepts = [...pack.concepts.values()].filter(({ text }) => text !== undefined);
  return [
    ...part(say('docs.topics'), 'topics', topics),
    ...STAGES.flatMap((stage) => {
      const pieces = facts.filter((fact) => fact.stage === stage).map((fact) => factPiece(fact, naming));
      return part(say(`stage.${stage}`), `stage-${stage}`, pieces);
    }),
    ...part(
      say('docs.screens'),
      'screens',
      [...pack.screens.values()].map((screen) => screenPiece(screen, naming)),
    ),
    ...part(
      say('docs.concepts'),
      'concepts',
      concepts.map((concept) => conceptPiece(concept, naming)),
    ),
  ];
}

function topicPiece(topic: Topic, naming: Naming): Piece {
  const { say } = naming;
  return {
    kind: 'piece',
    anchor: anchorOf('topic', topic.id),
    title: [wordsOf(topic.text, naming)],
    id: topic.id,
    rows: [
      ...row(say('docs.help'), wordsOf(topic.help, naming)),
      ...row(say('docs.safety'), topic.safety ? say('docs.safety-means') : undefined),
      ...row(say('docs.screening'), wordsOf(topic.screening, naming)),
    ],
  };
}

function factPiece(fact: Fact, naming: Naming): Piece {
  const { say } = naming;
  return {
    kind: 'piece',
    anchor: anchorOf('fact', fact.id),
    title: [wordsOf(fact.ask, naming)],
    id: fact.id,
    rows: [
      ...row(say('docs.help'), wordsOf(fact.help, naming)),
      ...row(
        say('docs.answers'),
        [],
        fact.answers.map((answer) => answerItem(answer, naming)),
      ),
      ...row(say('docs.asked-under'), [], itemsOf(fact.topics.map((id) => topicLink(id, naming)))),
      ...conditionRows(say('docs.asked-when'), fact.askedWhen, naming),
      ...row(say('docs.pressure'), fact.pressure ? say('docs.pressure-means') : undefined),
      ...row(say('docs.changeable'), fact.changeableBy && [actionLink(fact.changeableBy, naming)]),
      ...unknownRows(fact, naming),
    ],
  };
}

function screenPiece(screen: Screen, naming: Naming): Piece {
  return {
    kind: 'piece',
    anchor: anchorOf('screen', screen.id),
    title: [wordsOf(screen.ask, naming)],
    id: screen.id,
    rows: row(naming.say('docs.asked-together'), [], itemsOf(screen.facts.map((id) => factLink(id, naming)))),
  };
}

function answerItem(answer: Answer, naming: Naming): Item {
  return { words: [wordsOf(answer.text, naming), ' ', { kind: 'code', text: answer.id }] };
}

function unknownRows({ id, whileUnknown: unknown }: Fact, naming: Naming): Row[] {
  if (!unknown) return [];
  const { say } = naming;
  const words = fill(say('docs.as-if'), {
    answer: answerWords(id, unknown.actAsIf, naming),
    because: wordsOf(unknown.because, naming),
  });
  return row(say('docs.while-unknown'), words, [{ words: citationWords(unknown.source, naming) }]);
}

function conceptPiece(concept: Concept, naming: Naming): Piece {
  const { words, under } = conditionItem(concept.when, naming);
  return {
    kind: 'piece',
    anchor: anchorOf('concept', concept.id),
    title: [wordsOf(concept.text, naming)],
    id: concept.id,
    rows: row(naming.say('docs.holds-when'), words, under),
  };
}
