/** Runs a command line in this process, over a small library in a temporary folder. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/program.ts';

/** What a run left: its exit status, its result, and what it said beside. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
}

export async function keeling(folder: string, args: readonly string[], world: World = {}): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTerminal: world.isTerminal ?? false,
  });
  const io: Io = {
    stdout: output('stdout'),
    stderr: output('stderr'),
    folder,
    env: { KEELING_AUTHOR: 'A. Drafter', ...world.env },
    now: () => new Date('2020-01-31T09:00:00.123Z'),
  };
  return { status: await run(args, io), ...written };
}

const head = (version: string) => `---
title: A Testing Document
short: TD
version: "${version}"
status: demonstration
effective: 2020-0${version.at(-1)}-01
provision: Clause
---

`;

/** Version 1.1 of the document `td`. */
export const BEFORE = `${head('1.1')}# 1 Entries {#entries}

1.1 {#plan} The plan lists every entry.

1.2 {#report} A report follows [Clause 1.1](#plan) within 10 Working Days.
`;

/** Version 1.2: a clause comes in between, and the one behind it is renumbered. */
export const AFTER = `${head('1.2')}# 1 Entries {#entries}

1.1 {#plan} The plan lists every entry.

1.2 {#notice} A notice names the person responsible.

1.3 {#report} A report follows [Clause 1.1](#plan) within 15 Working Days.
`;

/** A new folder with the library. */
export async function makeLibrary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'keeling-cli-'));
  await put(folder, 'documents/td/1.1.md', BEFORE);
  await put(folder, 'documents/td/1.2.md', AFTER);
  return folder;
}

export async function put(folder: string, path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}
