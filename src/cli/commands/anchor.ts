/** `keeling anchor`: lasting anchors for provisions that have none. */
import { Command } from 'commander';
import { versionNamed } from '../../library/library.ts';
import { parseReference, VERSION_FORM } from '../../library/names.ts';
import { type Context, usage } from '../context.ts';
import { print, tell } from '../io.ts';
import { counted, examples } from '../text.ts';

export function anchorCommand(context: Context): Command {
  return new Command('anchor')
    .description(
      'Gives every provision of a version, and every paragraph outside provisions, an anchor where it has none, so that ' +
        'rows of a change table and cross-references can name it. Of two versions, what is paired gets the same anchor. ' +
        'Anchors that are there stay.',
    )
    .argument('<versions>', 'document@version, or document@before..after')
    .action((versions: string) => anchor(context, versions))
    .addHelpText('after', examples('keeling anchor code@2.0', 'keeling anchor code@1.0..2.0'));
}

async function anchor(context: Context, versions: string): Promise<void> {
  const { document, before, after } = versionRange(versions);
  const library = await context.ownLibrary();
  const { anchorVersions } = await import('../../library/anchor.ts');
  context.progress.stage(`Reading ${versions}`);
  const earlier = before === undefined ? undefined : versionNamed(library, document, before);
  const results = await anchorVersions(library, versionNamed(library, document, after), earlier, context.report);
  context.progress.end();
  for (const { version, made } of results) {
    if (made > 0) print(context.io, version.name);
    tell(
      context.io,
      `${version.name}: ${made === 0 ? 'nothing is without an anchor' : `${counted(made, 'anchor')} made`}`,
    );
  }
}

/** `code@1.0..2.0` taken apart; `code@2.0` has no version before. Throws `UnusableInput` (`cli/usage`). */
export function versionRange(text: string): {
  readonly document: string;
  readonly before?: string;
  readonly after: string;
} {
  const at = text.indexOf('@');
  const [first = '', second, ...more] = text.slice(at + 1).split('..');
  const document = text.slice(0, Math.max(at, 0));
  const names = [first, ...(second === undefined ? [] : [second])];
  const sound = more.length === 0 && names.every((name) => parseReference(`${document}@${name}`) !== undefined);
  if (!sound) throw usage(`"${text}" names no versions of a document`, `${VERSION_FORM}, or code@1.0..2.0`);
  return second === undefined ? { document, after: first } : { document, before: first, after: second };
}
