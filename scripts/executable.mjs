/** Marks the built program executable: tsc writes it anew each time, and `npx keeling` runs the file itself. */
import { chmod, readFile } from 'node:fs/promises';

const root = new URL('../', import.meta.url);
const { bin } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
for (const file of Object.values(bin)) await chmod(new URL(file, root), 0o755);
