// Lays the parts that esbuild has split the program into (modules, one file each) into a few files that Node reads
// fast: docs/decisions/start-up.md.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { transform } from 'esbuild';

/** What is read together: the parts that these sources need, without those of the groups before. */
const GROUPS = [
  { file: 'main.js', needs: ['src/cli/main.ts'] },
  {
    file: 'now.js',
    needs: [
      'src/cli/call-now.ts',
      'src/render/now.ts',
      'src/render/print.ts',
      'src/cli/packs.ts',
      'src/pack/load-pack.ts',
    ],
  },
  { file: 'commands.js', needs: ['src/cli/run-command.ts'] },
  {
    file: 'weighing.js',
    needs: [
      'src/cli/weigh.ts',
      'src/cli/print-report.ts',
      'src/document/parse.ts',
      'src/document/source.ts',
      'src/files/read.ts',
      'src/pack/read-case.ts',
      'src/render/report.ts',
      'src/engine/assess.ts',
      'src/render/spans.ts',
    ],
  },
  {
    file: 'walking.js',
    needs: [
      'src/cli/walk-through.ts',
      'src/walk/run-walk.ts',
      'src/ask/open.ts',
      'src/walk/turns/turns.ts',
      'src/ask/screen-prompt.ts',
    ],
  },
];

/** Read when something of it is used for the first time, not when what imports it is. */
const LATE = ['string-width'];

/** What stands in front of the parts of main.js: finds a part wherever it is, and runs it once. */
const HEAD = `'use strict';
const url=require('node:url').pathToFileURL(__filename).href;
const made={};
function part(name){
  const known=made[name];
  if(known)return known.exports;
  const file=files[name];
  if(file===undefined)return require(name);
  if(!parts[name])Object.assign(parts,require(file));
  const module=made[name]={exports:{}};
  parts[name](module,module.exports,part,url);
  return module.exports;
}
`;

/**
 * @param outputs parts by file name, with the text of a module each
 * @param metafile esbuild's account of them
 * @returns files: main.js, which runs the program, and what it reads later
 */
export async function linkParts(outputs, metafile) {
  const about = new Map(
    Object.entries(metafile.outputs).map(([file, output]) => [file.replace(/^dist\//, ''), output]),
  );
  const late = latePartsIn(about);
  const fileOf = new Map();
  for (const { file, needs } of GROUPS) {
    for (const name of closureOf(needs, about, late)) if (!fileOf.has(name)) fileOf.set(name, file);
  }
  for (const name of about.keys()) if (!fileOf.has(name)) fileOf.set(name, name);
  const texts = new Map();
  for (const [name, text] of outputs) {
    const body = await asFunction(text, late);
    const file = fileOf.get(name);
    texts.set(file, [...(texts.get(file) ?? []), `${JSON.stringify(`./${name}`)}:${body}`]);
  }
  const groups = [...texts].filter(([file]) => file !== 'main.js');
  const files = groups.map(([file, bodies]) => {
    const contents = Buffer.from(`'use strict';module.exports={${bodies.join(',\n')}};\n`);
    return { group: file, name: named(file, contents), contents };
  });
  const nameOf = new Map(files.map(({ group, name }) => [group, name]));
  const places = Object.fromEntries(
    [...fileOf].map(([part, file]) => [`./${part}`, `./${nameOf.get(file) ?? file}`]),
  );
  const main = `${HEAD}const files=${JSON.stringify(places)};
const parts={${texts.get('main.js').join(',\n')}};
part('./main.js');
`;
  return [...files, { name: 'main.js', contents: Buffer.from(main) }];
}

/** A name that changes with what is in it: a program that runs never reads what belongs to another one. */
function named(file, contents) {
  const { name } = path.parse(file);
  return `${name}-${createHash('sha256').update(contents).digest('hex').slice(0, 8)}.js`;
}

/** The parts that sources need at once; each of them is an entry of its own. */
function closureOf(sources, about, late) {
  const found = new Set();
  const add = (name) => {
    if (found.has(name)) return;
    found.add(name);
    for (const { path: target, kind } of about.get(name)?.imports ?? []) {
      const file = target.replace(/^dist\//, '');
      if (kind === 'import-statement' && about.has(file) && !late.includes(file)) add(file);
    }
  };
  for (const source of sources) {
    const entry = [...about].find(([, { entryPoint }]) => entryPoint === source);
    if (!entry) throw new Error(`${source} is not imported on use: take it out of GROUPS`);
    add(entry[0]);
  }
  return found;
}

/** A package is an entry too, so that its code is in a part of its own, which that entry imports. */
function latePartsIn(about) {
  const entries = [...about].filter(([, { entryPoint }]) => LATE.some((one) => isPackage(entryPoint, one)));
  return entries.flatMap(([, { imports }]) => imports.map(({ path: file }) => file.replace(/^dist\//, '')));
}

function isPackage(entryPoint, name) {
  return entryPoint?.includes(`node_modules/${name}/`) ?? false;
}

/** A module as the body of a function; an import of a late part becomes a call, made where it is used. */
async function asFunction(text, late) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'url' },
    minifySyntax: true,
    minifyWhitespace: true,
  });
  const lazy = late.reduce((made, name) => {
    const [, variable] = new RegExp(`(\\w+)=require\\("\\./${name}"\\)`).exec(made) ?? [];
    if (variable === undefined) return made;
    return made
      .replaceAll(new RegExp(`\\b${variable}\\.`, 'g'), `${variable}().`)
      .replace(`${variable}=require("./${name}")`, `${variable}=()=>require("./${name}")`);
  }, code);
  return `(function(module,exports,require,url){${lazy}\n})`;
}
