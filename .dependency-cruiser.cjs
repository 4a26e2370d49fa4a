// The table of rooms in docs/architecture.md, as rules: a room imports itself and what its row names.
const ROOMS = {
  model: [],
  problems: [],
  text: ['model', 'problems'],
  files: ['problems'],
  document: ['files', 'problems'],
  engine: ['model', 'problems'],
  render: ['text', 'model'],
  pack: ['document', 'engine', 'files', 'model', 'problems'],
  analysis: ['engine', 'model', 'problems'],
  ask: ['render', 'text', 'problems'],
  walk: ['ask', 'render', 'engine', 'document', 'files', 'text', 'model', 'problems'],
  records: ['document', 'files', 'model', 'problems'],
  export: ['render', 'text', 'model', 'problems'],
  scenarios: [
    'analysis',
    'ask',
    'pack',
    'render',
    'engine',
    'document',
    'files',
    'text',
    'model',
    'problems',
  ],
};
const PURE = ['model', 'problems', 'text', 'engine', 'render', 'analysis', 'walk/fold'];

// Each package has one room; nothing else knows it. A room that is not named here gets no package at all.
const PACKAGES = {
  document: ['yaml', 'ajv'],
  render: ['chalk', 'string-width', 'wrap-ansi'],
  ask: ['@inquirer', 'string-width', 'wrap-ansi'],
  records: ['age-encryption', 'proper-lockfile'],
  export: ['pdfkit', 'docx'],
  cli: ['commander'],
};

const oneOf = (names) => `(?:${names.join('|')})`;
const inside = (rooms) => `^src/${oneOf(rooms)}/`;
const packages = (names) => `(?:^|/)node_modules/${oneOf(names)}(?:/|$)`;

const rows = Object.entries(ROOMS).map(([room, may]) => ({
  name: `room-${room}`,
  comment: `src/${room} may import: ${may.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: inside([room]) },
  to: { path: '^src/', pathNot: inside([room, ...may]) },
}));

const packageRows = [...Object.keys(ROOMS), 'cli'].map((room) => ({
  name: `packages-${room}`,
  comment: `src/${room} may use the packages: ${(PACKAGES[room] ?? []).join(', ') || 'none'}`,
  severity: 'error',
  from: { path: inside([room]) },
  to: {
    path: '(?:^|/)node_modules/',
    ...(PACKAGES[room] && { pathNot: packages(PACKAGES[room]) }),
  },
}));

module.exports = {
  forbidden: [
    ...rows,
    ...packageRows,
    {
      name: 'room-known',
      comment: 'every folder of src is a room of the table',
      severity: 'error',
      from: { path: '^src/', pathNot: inside([...Object.keys(ROOMS), 'cli']) },
      to: {},
    },
    {
      name: 'pure',
      comment: 'a pure room gets what it needs as an argument',
      severity: 'error',
      from: { path: inside(PURE) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycle',
      comment: 'neither values nor types go round in a circle',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-unreachable',
      comment: 'what src/cli/main.ts does not reach is not part of the program',
      severity: 'error',
      from: { path: '^src/cli/main\\.ts$' },
      to: { path: '^src/.*\\.ts$', reachable: false },
    },
    {
      name: 'resolvable',
      comment: 'what is imported is there',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'bin-is-thin',
      comment: 'bin knows the built program, and Node, and nothing else',
      severity: 'error',
      from: { path: '^bin/' },
      to: { pathNot: '^dist/main\\.js$', dependencyTypesNot: ['core'] },
    },
    {
      name: 'tests-use-no-dist',
      comment: 'src is tested as source; the built program is run, not imported',
      severity: 'error',
      from: { path: '^(?:src|tests)/' },
      to: { path: '^dist/' },
    },
  ],
  options: {
    // TypeScript 7 has no compiler API: without swc no file would be read, and nothing would be found wrong.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // swc does not read declarations; what is generated stands alone.
    exclude: { path: ['^dist/part-', '\\.d\\.[cm]?ts$'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
