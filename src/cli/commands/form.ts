/** `keeling form`: what was filled in on a returned Word form. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { print } from '../io.ts';
import { examples } from '../text.ts';

interface FormOptions {
  readonly json?: true;
}

export function formCommand(context: Context): Command {
  return new Command('form')
    .summary('read a returned Word form')
    .description(
      'Reads the content controls of a Word file, such as a response template that was filled in and saved by Word or ' +
        'LibreOffice: a line for each with its tag and what was entered, or all of them as JSON.',
    )
    .argument('<file>', 'a Word file (.docx)')
    .option('--json', 'write the fields as JSON: tag, kind, value, and of a tick box whether it is ticked')
    .action((file: string, options: FormOptions) => readReturned(context, file, options))
    .addHelpText('after', examples('keeling form response.docx', 'keeling form response.docx --json'));
}

async function readReturned(context: Context, file: string, options: FormOptions): Promise<void> {
  const { readBytes } = await import('../../library/read.ts');
  const { readForm } = await import('../../read/form/index.ts');
  const bytes = await readBytes({ file: resolve(context.io.folder, file), shown: file });
  const fields = readForm(bytes, { file }, context.report);
  if (fields.length === 0) {
    context.report({
      severity: 'error',
      rule: 'form/no-fields',
      reason: 'the file has no content control with a tag: it is no form, or it was saved as another kind of file',
      place: { file },
    });
  }
  if (options.json === true) print(context.io, JSON.stringify(fields, null, 2));
  else
    print(
      context.io,
      ...fields.map(
        ({ tag, kind, value, ticked }) =>
          `${tag}\t${kind === 'tick' ? (ticked ? 'yes' : 'no') : value.replace(/\n/g, ' / ')}`,
      ),
    );
}
