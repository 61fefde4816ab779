/** `keeling check`: drafting faults, with their place and reason, and whether they are new. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import type { Standings } from '../../check/baseline.ts';
import type { Finding } from '../../check/index.ts';
import { writeFileAtomic } from '../../library/atomic.ts';
import type { Checked } from '../../library/check/index.ts';
import { PACKAGE_ROOT } from '../../library/root.ts';
import { formatMessage, type Message } from '../../message.ts';
import type { Context } from '../context.ts';
import { colours, print, printMessages, tell } from '../io.ts';
import { counted, examples } from '../text.ts';

type Format = 'text' | 'json' | 'sarif';

interface CheckCommandOptions {
  readonly baseline?: string;
  readonly format: Format;
  readonly fix?: true;
  readonly strict?: true;
}

export function checkCommand(context: Context): Command {
  return new Command('check')
    .description(
      'Reports drafting faults, each with its place, its reason and, where there is one, the fix. The target is a ' +
        'version, a pack, or a Word, Markdown, JSON or plain text file. keeling.config.yaml switches rules; a comment ' +
        '<!-- keeling-ignore rule: reason --> before a block switches one off there. The exit status is 1 where a fault is an ' +
        'error; with a baseline, where an error is introduced, so that those that were there do not count.',
    )
    .argument('<target>', 'document@version, the name of a pack, or the path of a .md, .docx, .json or .txt file')
    .option(
      '--baseline <before>',
      'say of each fault whether this version has it too: introduced, already there, fixed',
    )
    .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json', 'sarif']).default('text'))
    .option('--fix', 'mend what can be mended without altering the meaning: spaces, doubled words, quotation marks')
    .option('--strict', 'let warnings count for the exit status as errors do')
    .action((target: string, options: CheckCommandOptions) => check(context, target, options))
    .addHelpText(
      'after',
      examples('keeling check svtad@1.5 --baseline svtad@1.4', 'keeling check draft.docx --format sarif'),
    );
}

async function check(context: Context, target: string, options: CheckCommandOptions): Promise<void> {
  const after = await checkNamed(context, target);
  const before = options.baseline === undefined ? undefined : await checkNamed(context, options.baseline);
  const { standings } = await import('../../check/baseline.ts');
  const all = before === undefined ? undefined : standings(before.findings, after.findings);
  const read = before === undefined ? undefined : standings(before.messages, after.messages);
  context.progress.end();
  const left = options.fix === true ? await mend(context, after) : after.findings;
  const compared = all === undefined ? undefined : standingsOf(left, all);
  await REPORT[options.format](context, left, compared);
  if (options.format === 'text') summarise(context, left, compared);
  const weighs = ({ severity }: Message): boolean =>
    severity === 'error' || (options.strict === true && severity === 'warning');
  const misread = (read?.introduced ?? after.messages).some(({ severity }) => severity === 'error');
  if (misread || (compared?.introduced ?? left).some(weighs)) context.fail();
}

/** The standings without the findings that were mended. */
function standingsOf(left: readonly Finding[], { introduced, alreadyThere, fixed }: Standings): Standings {
  const kept = new Set(left);
  const isKept = (finding: Finding): boolean => kept.has(finding);
  return { introduced: introduced.filter(isKept), alreadyThere: alreadyThere.filter(isKept), fixed };
}

async function checkNamed(context: Context, target: string): Promise<Checked> {
  const { checkTarget } = await import('../../library/check/index.ts');
  const { folder } = context.io;
  const checked = await checkTarget(await context.library(), { target, folder, onProgress: context.progress.stage });
  printMessages(context.io, checked.messages);
  return checked;
}

/** Makes the fixes in the file, and gives the findings that are left. */
async function mend(context: Context, { findings, mendable }: Checked): Promise<readonly Finding[]> {
  if (mendable === undefined) {
    tell(context.io, 'nothing is mended: fixes are made in Markdown and plain text files alone');
    return findings;
  }
  const { applyFixes } = await import('../../check/index.ts');
  const { text, made, fixed } = applyFixes(mendable.text, findings);
  if (made > 0) await writeFileAtomic(mendable.file, text);
  tell(context.io, `${counted(made, 'fault')} mended`);
  return findings.filter((finding) => !fixed.has(finding));
}

type Reporter = (
  context: Context,
  findings: readonly Finding[],
  compared: Standings | undefined,
) => Promise<void> | void;

const REPORT = {
  text: (context, findings, compared) => {
    const paint = colours(context.io, context.io.stdout);
    const colour = { error: paint.red, warning: paint.yellow, note: paint.dim } as const;
    const introduced = new Set(compared?.introduced);
    const lines = findings.map((finding) => {
      const standing = compared === undefined ? '' : introduced.has(finding) ? 'introduced: ' : 'already there: ';
      return colour[finding.severity](standing + formatMessage(finding));
    });
    lines.push(...(compared?.fixed ?? []).map((finding) => paint.green(`fixed: ${formatMessage(finding)}`)));
    if (lines.length > 0) print(context.io, ...lines);
  },
  json: (context, findings, compared) => {
    const introduced = new Set(compared?.introduced);
    const standingOf = (finding: Finding) =>
      compared === undefined ? {} : { standing: introduced.has(finding) ? 'introduced' : 'already there' };
    const all = [
      ...findings.map((finding) => ({ ...finding, ...standingOf(finding) })),
      ...(compared?.fixed ?? []).map((finding) => ({ ...finding, standing: 'fixed' })),
    ];
    context.io.stdout.write(`${JSON.stringify({ findings: all }, null, 2)}\n`);
  },
  sarif: async (context, findings, compared) => {
    const { sarif } = await import('../../check/sarif.ts');
    const introduced = new Set(compared?.introduced);
    const absent = new Set(compared?.fixed);
    const stateOf = (finding: Finding) =>
      absent.has(finding) ? ('absent' as const) : introduced.has(finding) ? ('new' as const) : ('unchanged' as const);
    const all = [...findings, ...absent];
    context.io.stdout.write(sarif(all, await packageVersion(), compared === undefined ? undefined : stateOf));
  },
} satisfies Record<Format, Reporter>;

async function packageVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function summarise(context: Context, findings: readonly Message[], compared: Standings | undefined): void {
  const count = (severity: Message['severity']): number => findings.filter((one) => one.severity === severity).length;
  const parts = [
    counted(count('error'), 'error'),
    counted(count('warning'), 'warning'),
    counted(count('note'), 'note'),
  ];
  const { introduced = [], alreadyThere = [], fixed = [] } = compared ?? {};
  const news =
    compared === undefined
      ? ''
      : `; ${introduced.length} introduced, ${alreadyThere.length} already there, ${fixed.length} fixed`;
  tell(context.io, parts.join(', ') + news);
}
