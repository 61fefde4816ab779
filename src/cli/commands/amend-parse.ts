/** `keeling amend parse`: the instructions of a legal text as data. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { plainText } from '../../model/walk.ts';
import type { Context } from '../context.ts';
import { colours, print, tell } from '../io.ts';
import { columns, counted, examples } from '../text.ts';

export function parseCommand(context: Context): Command {
  return new Command('parse')
    .description(
      'Tells each instruction on a line: what it does, to which provision, and how many words before and after.',
    )
    .argument('<file>', 'a .docx with tracked changes, or a .md file')
    .option('--json', 'the instructions as JSON, with their provisions before and after')
    .action((file: string, options: { readonly json?: true }) => parse(context, file, options.json === true))
    .addHelpText('after', examples('keeling amend parse mp089.docx', 'keeling amend parse mp089.md --json'));
}

async function parse(context: Context, file: string, json: boolean): Promise<void> {
  const { readAmendment } = await import('../../library/amendment.ts');
  const source = { file: resolve(context.io.folder, file), shown: file };
  const { value, messages } = await readAmendment(source);
  for (const message of messages) context.report(message);
  const { instructions } = value.amendment;
  if (json) {
    const head = { format: 'keeling/amendment', formatVersion: 1 };
    context.io.stdout.write(`${JSON.stringify({ ...head, instructions }, undefined, 2)}\n`);
    return;
  }
  const { targetText } = await import('../../amend/index.ts');
  const words = (blocks: Parameters<typeof plainText>[0]): string =>
    counted(plainText(blocks).match(/\S+/g)?.length ?? 0, 'word');
  const rows = instructions.map(({ form, target, before, after, label }) => [
    form,
    targetText(target),
    label === undefined ? `${words(before)} → ${words(after)}` : `→ ${label}`,
  ]);
  const paint = colours(context.io, context.io.stdout);
  if (rows.length > 0) print(context.io, ...columns(rows, [paint.dim, paint.bold, String]));
  tell(context.io, counted(rows.length, 'instruction'));
}
