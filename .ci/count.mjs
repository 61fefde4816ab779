// Adds up what the steps, the test runner's own report and the judges say, and ends with the one line that counts.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const report = process.argv[2];
const lines = (name) => {
  const file = join(report, name);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
};

const total = { passed: 0, failed: 0, skipped: lines('skips').length };
for (const line of lines('steps')) {
  if (line.endsWith(' passed')) total.passed += 1;
  else {
    total.failed += 1;
    console.log(line);
  }
}

const tests = existsSync(join(report, 'tests.json'))
  ? JSON.parse(readFileSync(join(report, 'tests.json'), 'utf8'))
  : undefined;
if (tests === undefined || tests.numTotalTests === 0) {
  console.log('the test runner left no report, or ran no test');
  total.failed += 1;
} else {
  total.passed += tests.numPassedTests;
  total.failed += tests.numFailedTests;
  total.skipped += tests.numPendingTests + tests.numTodoTests;
}

for (const line of lines('judges')) {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(line) ?? [];
  if (passed === undefined || Number(passed) + Number(failed) === 0) {
    console.log(`a judge ended without a count: ${line}`);
    total.failed += 1;
  } else {
    total.passed += Number(passed);
    total.failed += Number(failed);
  }
}

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
