#!/usr/bin/env node
// The program itself is dist/main.js: `npm ci` makes it out of src.
'use strict';
// From Node 22 on what was compiled is kept where Node keeps it, and the next start is faster.
require('node:module').enableCompileCache?.();
const program = require('node:path').join(__dirname, '..', 'dist', 'main.js');
if (require('node:fs').existsSync(program)) {
  require(program);
} else {
  process.stderr.write('timbang: belum dibangun. Jalankan: npm ci\ntimbang: not built yet. Run: npm ci\n');
  process.exitCode = 70;
}
