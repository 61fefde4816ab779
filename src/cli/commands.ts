/** The commands of `keeling`, in the order of its help. A new one is a file in commands/ and an entry here. */
import type { CommandEntry } from './lazy.ts';

export const COMMANDS: readonly CommandEntry[] = [
  {
    term: 'init [folder]',
    summary: 'lay out a library of your own',
    load: async () => (await import('./commands/init.ts')).initCommand,
  },
  {
    term: 'list [options]',
    summary: 'list the documents and versions of the library',
    load: async () => (await import('./commands/list.ts')).listCommand,
  },
  {
    term: 'import [options] <file>',
    summary: 'make a version of a Word file',
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
  {
    term: 'anchor <versions>',
    summary: 'give provisions without an anchor one',
    load: async () => (await import('./commands/anchor.ts')).anchorCommand,
  },
  {
    term: 'diff [options] <before> [after]',
    summary: 'tell what changed between two versions',
    load: async () => (await import('./commands/diff.ts')).diffCommand,
  },
  {
    term: 'redline [options] <before> [after]',
    summary: 'write what changed between two versions, change-marked',
    load: async () => (await import('./commands/redline.ts')).redlineCommand,
  },
  {
    term: 'accept [options] <file>',
    summary: 'accept tracked changes of a Word file',
    load: async () => (await import('./commands/accept.ts')).acceptCommand,
  },
  {
    term: 'reject [options] <file>',
    summary: 'reject tracked changes of a Word file',
    load: async () => (await import('./commands/reject.ts')).rejectCommand,
  },
  {
    term: 'clean [options] <version>',
    summary: 'write one version, without marks',
    load: async () => (await import('./commands/clean.ts')).cleanCommand,
  },
  {
    term: 'check [options] [target]',
    summary: 'find drafting faults, and say whether they are new',
    load: async () => (await import('./commands/check.ts')).checkCommand,
  },
  {
    term: 'export [options] <version>',
    summary: 'write the structured model of a version as JSON',
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  {
    term: 'format [options] [path...]',
    summary: 'write Legal Markdown in its one canonical form',
    load: async () => (await import('./commands/format.ts')).formatCommand,
  },
  {
    term: 'renumber [options] <version>',
    summary: 'give every provision the number of its place',
    load: async () => (await import('./commands/renumber.ts')).renumberCommand,
  },
  {
    term: 'pack',
    summary: 'consultations, notes of changes and legal texts',
    load: async () => (await import('./commands/pack.ts')).packCommand,
  },
  {
    term: 'form [options] <file>',
    summary: 'read a returned Word form',
    load: async () => (await import('./commands/form.ts')).formCommand,
  },
  {
    term: 'matrix',
    summary: 'DUIS matrices: counts, checks and the tests that are required',
    load: async () => (await import('./commands/matrix.ts')).matrixCommand,
  },
  {
    term: 'amend',
    summary: 'amending instructions: draft, read and apply them',
    load: async () => (await import('./commands/amend.ts')).amendCommand,
  },
];
