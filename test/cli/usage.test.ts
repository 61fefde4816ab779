/** The command line itself: help, versions, and what is told of a mistake in it. */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Help } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AMEND_COMMANDS } from '../../src/cli/commands/amend.ts';
import { MATRIX_COMMANDS } from '../../src/cli/commands/matrix.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { createContext } from '../../src/cli/context.ts';
import { type CommandEntry, loadCommand, nameOf } from '../../src/cli/lazy.ts';
import { keeling, makeLibrary } from './run.ts';

let folder = '';
beforeAll(async () => {
  folder = await makeLibrary();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const silent = { write: () => undefined, isTerminal: false };
const context = createContext(
  { stdout: silent, stderr: silent, folder: '.', env: {}, now: () => new Date(0) },
  () => ({}),
);
const entries = COMMANDS.map((entry): [string, CommandEntry] => [nameOf(entry), entry]);
const commands = await Promise.all(
  COMMANDS.map((entry) => loadCommand(entry, context, [...AMEND_COMMANDS, ...MATRIX_COMMANDS].map(nameOf))),
);
const names = commands.flatMap((command) =>
  command.commands.length === 0 ? [[command.name()]] : command.commands.map((sub) => [command.name(), sub.name()]),
);

describe('a command that help lists before it is loaded', () => {
  const groups: [string, CommandEntry][] = [...AMEND_COMMANDS, ...MATRIX_COMMANDS].map((entry) => [
    nameOf(entry),
    entry,
  ]);

  test.each([...entries, ...groups])(
    '%s has the options and arguments that it has once loaded',
    async (name, entry) => {
      const command = await loadCommand(entry, context, []);
      expect(command.name()).toBe(name);
      expect(new Help().subcommandTerm(command)).toBe(entry.term);
    },
  );
});

describe('help', () => {
  test('names every command, and the exit statuses', async () => {
    const { status, stdout, stderr } = await keeling(folder, ['--help']);
    expect([status, stderr]).toEqual([0, '']);
    for (const [name] of names) expect(stdout).toContain(`\n  ${name} `.trimEnd());
    expect(stdout).toContain('Exit status: 0 all is well');
  });

  test.each(names)('of %s %s shows examples of it', async (...name) => {
    const words = name.filter((word) => word !== undefined);
    const { status, stdout } = await keeling(folder, [...words, '--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples:\\n  keeling ${words.join(' ')}`));
    expect(stdout).toContain('--root <folder>');
  });
});

test('--version prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(await keeling(folder, ['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

describe('a mistake in the command line', () => {
  const mistakes: readonly (readonly [string, readonly string[], string])[] = [
    ['no command', [], 'Usage: keeling'],
    ['an unknown command', ['lst'], 'Did you mean list?'],
    ['an unknown option', ['list', '--rot', 'x'], 'Did you mean --root?'],
    ['an argument too few', ['diff', 'td@1.1'], 'has no version to be compared with'],
    ['an argument too many', ['list', 'td'], 'too many arguments'],
    ['no output', ['redline', 'td@1.1', 'td@1.2'], "'--out <file>' not specified"],
    ['an unknown format', ['redline', 'td@1.1', 'td@1.2', '--out', 'a.pdf'], 'let it end in .docx, .md, .html, .json'],
    ['an export that is no JSON', ['export', 'td@1.1', '--out', 'a.xml'], 'does not end in .json'],
    ['an unknown version', ['diff', 'td@1.1', 'td@1.3'], 'did you mean td@1.1 or td@1.2?'],
    ['an unknown document', ['diff', 'dt@1.1', 'td@1.2'], 'there is no document "dt"'],
    ['a file that is not there', ['diff', 'td@1.1', 'nothing.md'], 'there is no such file'],
    [
      'the house style of Word for another format',
      ['redline', 'td@1.1', 'td@1.2', '--out', 'a.md', '--house'],
      '--house goes with a Word file',
    ],
    [
      'native moves in the house style',
      ['redline', 'td@1.1', 'td@1.2', '--out', 'a.docx', '--house', '--moves', 'native'],
      'goes with two Word files',
    ],
    [
      'an unknown way to mark moves',
      ['redline', 'td@1.1', 'td@1.2', '--out', 'a.docx', '--moves', 'all'],
      'apart, native',
    ],
    ['a date that is none', ['redline', 'td@1.1', 'td@1.2', '--out', 'a.md', '--date', '2020-02-30'], 'is no date'],
    [
      'a time without zone',
      ['redline', 'td@1.1', 'td@1.2', '--out', 'a.md', '--date', '2020-02-03T09:00'],
      'is no date',
    ],
    ['a version that is a path', ['diff', 'td@a/b', 'td@1.2'], 'a document is named as document@version'],
    ['an import under a name like that', ['import', 'a.docx', '--as', 'td@a/b'], 'write document@version'],
    [
      'a Word file of the older format',
      ['diff', 'td@1.1', 'old.doc'],
      'open the .doc file in Word and save it as .docx',
    ],
    ['one to be imported', ['import', 'old.doc', '--as', 'td@1.3'], 'save it as .docx'],
    ['one to be settled', ['accept', 'old.doc'], 'save it as .docx'],
    ['a version to be settled', ['accept', 'td@1.1'], 'td@1.1 is no Word file'],
    ['a Word file under another ending', ['accept', 'a.docx', '--out', 'a.pdf'], 'a.pdf would be a Word file'],
    ['a target of check misspelt', ['check', 'dt'], 'there is no pack and no document "dt"; did you mean td?'],
    ['a root without documents', ['--root', 'nowhere', 'list'], 'no folder "documents" can be read'],
  ];

  test.each(mistakes)('(%s) exits with 2 and is told on standard error', async (_, args, told) => {
    const { status, stdout, stderr } = await keeling(folder, args);
    expect(stderr).toContain(told);
    expect([status, stdout]).toEqual([2, '']);
  });

  test('cannot steer the terminal', async () => {
    const { stderr } = await keeling(folder, ['diff', 'td@1.1', 'td\u001b[31m\u202e\u0007.md']);
    expect(stderr).toContain('no such file');
    expect(stderr.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    const unknown = await keeling(folder, ['\u001b[31mlist']);
    expect(unknown.stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});
