// Reads a JSON report of vitest: prints "passed failed skipped", then the name of each skipped test on a line.
// Arguments: the report, the exit status of the run. A run that failed without a failed test counts as one failure.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const [file, status] = process.argv.slice(2);
const report = JSON.parse(readFileSync(file, 'utf8'));
const tests = report.testResults.flatMap((one) =>
  one.assertionResults.map((test) => ({ ...test, file: path.relative('.', one.name) })),
);
const passed = tests.filter((test) => test.status === 'passed').length;
const failed = tests.filter((test) => test.status === 'failed').length;
const left = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed');
// A file that could not even be loaded holds no test, and a suite without tests has shown nothing.
const unloaded = report.testResults.filter(
  (one) => one.status === 'failed' && one.assertionResults.length === 0,
).length;
const unexplained = failed + unloaded === 0 && (status !== '0' || tests.length === 0) ? 1 : 0;

console.log(`${passed} ${failed + unloaded + unexplained} ${left.length}`);
for (const test of left) console.log(`${test.file}: ${test.fullName}`);
