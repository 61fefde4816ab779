/** The judges that live beside the project, where they and LibreOffice are installed: asked once for many files. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SHARED = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const PYTHON = '/usr/bin/python3';

/** Three files: a change-marked one, what it was before, what it is after. */
export interface Triple {
  readonly name: string;
  readonly redline: Uint8Array;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Why the judges can't be asked here; `undefined` where they can. In CI, beside the judges, nothing may be missing. */
export function missing(): string | undefined {
  if (!existsSync(join(SHARED, 'oracles'))) return 'the judges in ../shared/oracles are not here';
  const lacks = lacking();
  if (lacks !== undefined && process.env.CI) throw new Error(lacks);
  return lacks;
}

function lacking(): string | undefined {
  if (spawnSync('soffice', ['--version']).status !== 0) return 'LibreOffice is not installed';
  if (spawnSync(PYTHON, ['-c', 'import uno, lxml']).status !== 0) return 'python3-uno or python3-lxml is not installed';
  return undefined;
}

/** What a judge says of some triples: its lines, and whether it found fault. */
export interface Verdict {
  readonly lines: readonly string[];
  readonly passed: boolean;
}

/** Holds every file of the triples against the schemas, and every redline against its sides. */
export function judge(triples: readonly Triple[]): { readonly valid: Verdict; readonly settled: Verdict } {
  const folder = mkdtempSync(join(tmpdir(), 'keeling-docx-'));
  try {
    const rows = triples.map(({ name, redline, before, after }) => [
      save(folder, `${name}.redline`, redline),
      save(folder, `${name}.before`, before),
      save(folder, `${name}.after`, after),
    ]);
    const list = join(folder, 'list.txt');
    writeFileSync(list, rows.map((row) => row.join('\t')).join('\n'));
    return { valid: ask('validate_docx.py', rows.flat()), settled: ask('accept_reject.py', ['--list', list]) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function save(folder: string, name: string, bytes: Uint8Array): string {
  const path = join(folder, `${name}.docx`);
  writeFileSync(path, bytes);
  return path;
}

function ask(oracle: string, args: readonly string[]): Verdict {
  const run = spawnSync(PYTHON, [join(SHARED, 'oracles', oracle), ...args], { encoding: 'utf8' });
  return { lines: `${run.stdout}${run.stderr}`.split('\n').filter((line) => line !== ''), passed: run.status === 0 };
}

/** What LibreOffice reads in a file as it stands, and after all its fields were brought up to date. */
export function textOf(bytes: Uint8Array): { readonly asIs: readonly string[]; readonly accepted: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'keeling-docx-'));
  try {
    const path = save(folder, 'file', bytes);
    const out = execFileSync(PYTHON, [join(SHARED, 'oracles', 'accept_reject.py'), '--text', path], {
      encoding: 'utf8',
    });
    return (JSON.parse(out) as Record<string, ReturnType<typeof textOf>>)[path] as ReturnType<typeof textOf>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
