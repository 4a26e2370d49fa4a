#!/usr/bin/env node
// The program itself is dist/main.js: `npm ci` makes it out of src.
try {
  await import('../dist/main.js');
} catch (error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write('timbang: belum dibangun. Jalankan: npm ci\ntimbang: not built yet. Run: npm ci\n');
  process.exitCode = 70;
}
