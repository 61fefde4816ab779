/** `keeling export`: one version as structured data. */
import { extname } from 'node:path';
import { Command } from 'commander';
import { type Context, readInputs, usage, writeOutput } from '../context.ts';
import { tell } from '../io.ts';
import { examples } from '../text.ts';

interface ExportOptions {
  readonly out?: string;
}

export function exportCommand(context: Context): Command {
  return new Command('export')
    .description(
      'Writes a version as JSON, by the schema that ships as schema/document.json; Keeling reads it back as the same ' +
        'document. Without --out it goes to standard output.',
    )
    .argument('<version>', 'document@version, or the path of a .md, .docx or .json file')
    .option('--out <file>', 'the file to write, ending in .json')
    .action((version: string, options: ExportOptions) => exportVersion(context, version, options))
    .addHelpText('after', examples('keeling export svtad@1.5 --out svtad.json', 'keeling export letter.docx'));
}

async function exportVersion(context: Context, version: string, { out }: ExportOptions): Promise<void> {
  if (out !== undefined && extname(out).toLowerCase() !== '.json') throw usage(`"${out}" does not end in .json`);
  const [input] = await readInputs(context, [version]);
  const { writeJson } = await import('../../write/json.ts');
  const json = writeJson(input.document);
  if (out === undefined) {
    context.io.stdout.write(json);
    return;
  }
  await writeOutput(context, out, json, [input]);
  tell(context.io, `${out}: written`);
}
