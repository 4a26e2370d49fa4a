import type { Sheet, SheetCell } from '../../document/csv.ts';
import type { Field, MapNode, Node } from '../../document/node.ts';
import { problemAt } from '../../pack/problem-at.ts';
import { fieldsOf, itemsUnder, without } from '../../pack/read/node.ts';
import type { Problem, ProblemPlace } from '../../problems/problem.ts';

/** Columns of a sheet of test cases beside those of facts. Several names stand in one cell with spaces between. */
export const CASE_COLUMNS = [
  'name',
  'path',
  'topics',
  'verdicts',
  'yields',
  'escalates',
  'cites',
  'never',
  'departs',
  'end',
] as const;

const FACT = 'fact.';

/** A scenario with the tests of a sheet instead of its own; of a flat one, a scenario for each line. */
export interface FromSheet {
  readonly roots: readonly { readonly root: MapNode; readonly name: string }[];
  /** E529: no column `name`. E532: a column that means nothing. */
  readonly problems: readonly Problem[];
}

/** Puts the lines of a sheet into the scenario that they are cases of; facts of a line go before those of the file. */
export function fromSheet(sheet: Sheet, root: MapNode): FromSheet {
  const problems = columnProblems(sheet, root);
  if (problems.length > 0) return { roots: [], problems };
  if (itemsUnder(root, 'stages').length > 0) {
    const tests = sheet.rows.map((row) => testOf(row, root.place));
    const list: Node = { kind: 'list', place: root.place, items: tests };
    return { roots: [{ root: withField(root, field('tests', list)), name: '' }], problems };
  }
  return {
    problems,
    roots: sheet.rows.map((row) => {
      const place = firstPlace(row) ?? root.place;
      const facts = factsOf(row).reduce<Node>(
        (node, given) => withField(node as MapNode, given),
        fieldNode(root, 'facts') ?? map(place, []),
      );
      const topics = row.get('topics');
      const told = withField(withField(root, field('facts', facts)), field('expect', expectOf(row, place)));
      return {
        root: topics ? withField(told, field('topics', wordList(topics))) : told,
        name: row.get('name')?.text.trim() ?? '',
      };
    }),
  };
}

function columnProblems({ columns }: Sheet, root: Node): Problem[] {
  const names = columns.map(({ text }) => text.trim());
  const place = columns[0]?.place ?? root.place;
  const missing = names.includes('name') ? [] : [problemAt('E529', place, { saw: 'name', expected: names })];
  const unknown = columns.filter(({ text }) => {
    const name = text.trim();
    return (
      name !== '' && name !== 'note' && !name.startsWith(FACT) && !CASE_COLUMNS.some((one) => one === name)
    );
  });
  return [
    ...missing,
    ...unknown.map((cell) =>
      problemAt('E532', cell.place, { saw: cell.text.trim(), expected: [...CASE_COLUMNS] }),
    ),
  ];
}

type Row = ReadonlyMap<string, SheetCell>;

function testOf(row: Row, around: ProblemPlace): Node {
  const place = firstPlace(row) ?? around;
  const name = row.get('name');
  const path = row.get('path');
  return map(place, [
    ...(name ? [field('name', scalar(name.place, name.text.trim()))] : []),
    field('path', path ? pairs(path) : map(place, [])),
    field('expect', expectOf(row, place)),
  ]);
}

function expectOf(row: Row, place: ProblemPlace): Node {
  const [verdicts, end] = [row.get('verdicts'), row.get('end')];
  return map(place, [
    ...(verdicts ? [field('verdicts', pairs(verdicts))] : []),
    ...(['yields', 'escalates', 'cites', 'never', 'departs'] as const).flatMap((key) => {
      const cell = row.get(key);
      return cell ? [field(key, wordList(cell))] : [];
    }),
    ...(end ? [field('end', scalar(end.place, end.text.trim()))] : []),
  ]);
}

function factsOf(row: Row): Field[] {
  return [...row].flatMap(([column, cell]) =>
    column.startsWith(FACT)
      ? [{ key: column.slice(FACT.length), at: cell.place, node: scalar(cell.place, cell.text.trim()) }]
      : [],
  );
}

/** `a=b c=d|e`: names with what belongs to each; of several words any will do. */
function pairs({ text, place }: SheetCell): Node {
  return map(
    place,
    wordsIn(text).map((pair) => {
      const [key = '', value = ''] = pair.split('=');
      const words = value.split('|').map((word) => scalar(place, word));
      const [first] = words;
      return {
        key,
        at: place,
        node: words.length === 1 && first ? first : { kind: 'list', place, items: words },
      };
    }),
  );
}

function wordList({ text, place }: SheetCell): Node {
  return { kind: 'list', place, items: wordsIn(text).map((word) => scalar(place, word)) };
}

function wordsIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== '');
}

function firstPlace(row: Row): ProblemPlace | undefined {
  return row.get('name')?.place ?? [...row.values()][0]?.place;
}

function scalar(place: ProblemPlace, text: string): Node {
  return { kind: 'scalar', place, text, value: text };
}

function map(place: ProblemPlace, fields: readonly Field[]): MapNode {
  return { kind: 'map', place, fields };
}

function field(key: string, node: Node): Field {
  return { key, at: node.place, node };
}

function fieldNode(root: MapNode, key: string): Node | undefined {
  return fieldsOf(root).find((one) => one.key === key)?.node;
}

function withField(node: MapNode, one: Field): MapNode {
  return { ...node, fields: [...fieldsOf(without(node, [one.key])), one] };
}
