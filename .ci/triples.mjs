// Lists, for each change-marked file of a built pack, the file with its clean before and clean after, apart by tabs:
// what accept_reject.py judges. The clean files are written here, by the same writer and with the same options.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , output, into] = process.argv;
const keeling = (...args) =>
  execFileSync(process.execPath, ['dist/cli/main.js', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });

let found = 0;
for (const pack of readdirSync(output)) {
  let manifest;
  try {
    manifest = JSON.parse(readFileSync(join(output, pack, 'manifest.json'), 'utf8'));
  } catch {
    continue;
  }
  for (const file of manifest.files ?? []) {
    if (file.kind !== 'change-marked' || !file.path.endsWith('.docx')) continue;
    const [before, after] = [file.before, file.after].map((version) => {
      const clean = join(into, `${pack}-${version.replace('@', '-')}.docx`);
      keeling('clean', version, '--out', clean);
      return clean;
    });
    console.log([join(output, pack, file.path), before, after].join('\t'));
    found += 1;
  }
}
if (found === 0) {
  console.error('no change-marked file was found under', output);
  process.exit(1);
}
