/** `keeling renumber`: labels and the text of cross-references in one stroke. */
import { Command } from 'commander';
import { resolveReference } from '../../library/read.ts';
import { type LabelChange, renumber } from '../../model/renumber.ts';
import type { Context } from '../context.ts';
import { colours, print, tell } from '../io.ts';
import { readForRewrite, rewrite } from '../rewrite.ts';
import { columns, counted, examples } from '../text.ts';

interface RenumberOptions {
  readonly check?: true;
}

export function renumberCommand(context: Context): Command {
  return new Command('renumber')
    .description(
      'Gives every label that is not fixed the number of its place, and every cross-reference the text that follows, ' +
        'and writes the version back in its canonical form. What changes is printed, a line each.',
    )
    .argument('<version>', 'document@version, or the path of a .md file')
    .option('--check', 'change nothing; exit with status 1 where a number is not that of its place')
    .action((version: string, options: RenumberOptions) => renumberVersion(context, version, options))
    .addHelpText('after', examples('keeling renumber svtad@1.6-draft', 'keeling renumber drafts/mtad.md --check'));
}

async function renumberVersion(context: Context, version: string, options: RenumberOptions): Promise<void> {
  const source = resolveReference(
    await (options.check === true ? context.library() : context.ownLibrary()),
    version,
    context.io.folder,
  );
  context.progress.stage(`Reading ${version}`);
  const before = await readForRewrite(context, source);
  const { document, changes } = renumber(before.document);
  const paint = colours(context.io, context.io.stdout);
  if (changes.length > 0) print(context.io, ...columns(changes.map(rowOf), [paint.bold, String, paint.dim]));
  if (options.check === true && changes.length > 0) {
    const reason = `${counted(changes.length, 'number')} not in order`;
    const note = '"keeling renumber" puts them right, and {#anchor fixed} keeps one as it is';
    context.report({ severity: 'error', rule: 'cli/renumber', reason, place: { file: source.shown }, note });
    return;
  }
  if (changes.length > 0) await rewrite(source, before, document, false);
  tell(
    context.io,
    `${source.shown}: ${changes.length === 0 ? 'in order' : `${counted(changes.length, 'text')} changed`}`,
  );
}

function rowOf(change: LabelChange): string[] {
  return [change.cite, `${change.before} → ${change.after}`, change.kind];
}
