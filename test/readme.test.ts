/** The README is true: its tested commands print what it says, its library example runs, its files exist. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const built = existsSync(new URL('../dist/cli/main.js', import.meta.url));

/** The fenced blocks of a language behind the mark that promises a test. */
function tested(language: string): string[] {
  const fence = new RegExp(`<!-- tested -->\\n\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g');
  return [...readme.matchAll(fence)].map((match) => match[1] ?? '');
}

async function node(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, args, { cwd: root, env: { ...process.env, NO_COLOR: '1' } });
  return stdout;
}

describe.skipIf(!built)('the README (needs dist/, which npm ci builds)', () => {
  it.each(tested('console'))('prints what it says: %s', async (block) => {
    const [command = '', ...output] = block.split('\n');
    const args = command.replace('$ npx keeling ', '').split(' ');
    expect(await node('dist/cli/main.js', ...args)).toBe(output.join('\n'));
  });

  it('has a library example that runs', async () => {
    const [code = ''] = tested('js');
    const said = /```text\n([\s\S]*?)```/.exec(readme)?.[1];
    const file = fileURLToPath(new URL('../output/readme-example.mjs', import.meta.url));
    await writeFile(file, code);
    try {
      expect(await node(file)).toBe(said);
    } finally {
      await rm(file);
    }
  });

  it('names no file that is not there', () => {
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] as string);
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) expect(existsSync(new URL(`../${link}`, import.meta.url)), link).toBe(true);
  });

  it('shows commands that exist', async () => {
    const commands = new Set([...readme.matchAll(/^\$ npx keeling (\w+)/gm)].map((match) => match[1] as string));
    const help = await node('dist/cli/main.js', '--help');
    for (const command of commands) expect(help).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
  });
});
