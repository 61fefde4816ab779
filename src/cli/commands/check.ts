/** `keeling check`: drafting faults, with their place and reason, and whether they are new. */
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { Argument, Command, Option } from 'commander';
import type { Standings } from '../../check/baseline.ts';
import type { Finding, GroupedFinding } from '../../check/index.ts';
import { writeFileAtomic } from '../../library/atomic.ts';
import type { Checked, Mendable } from '../../library/check/index.ts';
import { PACKAGE_ROOT } from '../../library/root.ts';
import { formatMessage, type Message, UnusableInput } from '../../message.ts';
import type { Context } from '../context.ts';
import { colours, print, printMessages, tell } from '../io.ts';
import { counted, examples } from '../text.ts';

type Format = 'text' | 'json' | 'sarif';

interface CheckCommandOptions {
  readonly baseline?: string;
  readonly format: Format;
  readonly fix?: true;
  readonly dryRun?: true;
  readonly tracked?: true;
  readonly author: string;
  readonly explain?: string;
  readonly strict?: true;
}

export function checkCommand(context: Context): Command {
  return new Command('check')
    .description(
      'Reports drafting faults, each with its place, its reason and, where there is one, the fix. The target is a ' +
        'version, a pack, or a Word, Markdown, JSON or plain text file. keeling.config.yaml beside the file or above it ' +
        'switches rules; a comment <!-- keeling-ignore rule: reason --> before a block switches one off there. The exit ' +
        'status is 1 where a fault is an error; with a baseline, where an error is introduced, so that those that were ' +
        'there do not count.',
    )
    .addArgument(
      new Argument('[target]', 'document@version, the name of a pack, or the path of a .md, .docx, .json or .txt file'),
    )
    .option(
      '--baseline <before>',
      'say of each fault whether this version has it too: introduced, already there, fixed',
    )
    .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json', 'sarif']).default('text'))
    .option('--fix', 'mend white space and doubled words, where nothing is quoted and no meaning can change')
    .option('--dry-run', 'with --fix: show what would be mended, and write nothing')
    .option('--tracked', 'with --fix on a Word file: mend by tracked changes, to be accepted in Word')
    .option('--author <name>', 'whose tracked changes they are', 'Keeling')
    .option('--explain <rule>', 'say what a rule finds and why, with an example, and how to switch it off')
    .option('--strict', 'let warnings count for the exit status as errors do')
    .action((target: string | undefined, options: CheckCommandOptions, command: Command) =>
      check(context, target, options, command),
    )
    .addHelpText(
      'after',
      examples(
        'keeling check svtad@1.5 --baseline svtad@1.4',
        'keeling check draft.docx --format sarif',
        'keeling check draft.docx --fix --tracked',
        'keeling check --explain table-totals',
      ),
    );
}

async function check(
  context: Context,
  target: string | undefined,
  options: CheckCommandOptions,
  command: Command,
): Promise<void> {
  if (options.explain !== undefined) return explainRule(context, options.explain, command);
  if (target === undefined) return command.error('error: say what to check, or --explain and a rule');
  if (options.dryRun === true && options.fix !== true) return command.error('error: --dry-run goes with --fix');
  if (options.tracked === true && options.fix !== true) return command.error('error: --tracked goes with --fix');
  const first = await checkNamed(context, target, options.format);
  const after = options.fix === true ? await mend(context, target, first, options) : first;
  const before =
    options.baseline === undefined ? undefined : await checkNamed(context, options.baseline, options.format);
  const { standings } = await import('../../check/baseline.ts');
  const compared = before === undefined ? undefined : standings(before.findings, after.findings);
  context.progress.end();
  await REPORT[options.format](context, after, compared);
  if (options.format === 'text') summarise(context, after, compared);
  const weighs = ({ severity }: Message): boolean =>
    severity === 'error' || (options.strict === true && severity === 'warning');
  if ((compared?.introduced ?? after.findings).some(weighs)) context.fail();
}

async function explainRule(context: Context, rule: string, command: Command): Promise<void> {
  const [{ explain }, { RULE_IDS }, { didYouMean }] = await Promise.all([
    import('../../check/explain.ts'),
    import('../../check/rules.ts'),
    import('../../library/names.ts'),
  ]);
  const page = explain(rule);
  if (page === undefined) {
    return command.error(
      `error: there is no rule "${rule}"; ${didYouMean(rule, [...RULE_IDS]) ?? 'docs/check.md lists them all'}`,
    );
  }
  context.io.stdout.write(page);
}

/** What a reader refuses to read is a finding too, where a program reads the result. */
async function checkNamed(context: Context, target: string, format: Format): Promise<Checked> {
  const { checkTarget } = await import('../../library/check/index.ts');
  const { folder } = context.io;
  try {
    const checked = await checkTarget(await context.library(), { target, folder, onProgress: context.progress.stage });
    printMessages(context.io, checked.messages);
    return checked;
  } catch (error) {
    if (format === 'text' || !(error instanceof UnusableInput)) throw error;
    if (!error.messages.every(({ rule }) => rule.startsWith('read/'))) throw error;
    return {
      findings: error.messages.map((message) => ({ ...message, place: { file: target, ...message.place } })),
      messages: [],
    };
  }
}

/** Makes the fixes in the file, or shows them, and gives what is found then. */
async function mend(
  context: Context,
  target: string,
  checked: Checked,
  options: CheckCommandOptions,
): Promise<Checked> {
  const { mendable } = checked;
  if (mendable === undefined) {
    tell(context.io, 'nothing is mended: fixes are made in Markdown, plain text and Word files');
    return checked;
  }
  if (mendable.kind === 'word' && options.tracked !== true) {
    tell(context.io, 'nothing is mended: a Word file is mended by tracked changes; add --tracked');
    return checked;
  }
  const made =
    mendable.kind === 'word'
      ? await mendWordFile(context, mendable, checked, options)
      : await mendTextFile(context, mendable, checked, options);
  const done = options.dryRun === true ? 'would be mended' : 'mended';
  tell(
    context.io,
    `${counted(made, 'fault')} ${done}${mendable.kind === 'word' && made > 0 ? ' by tracked changes' : ''}`,
  );
  return options.dryRun === true || made === 0
    ? checked
    : checkNamed({ ...context, progress: context.progress }, target, options.format);
}

async function mendTextFile(
  { io }: Context,
  mendable: Extract<Mendable, { kind: 'text' }>,
  { findings }: Checked,
  { dryRun }: CheckCommandOptions,
): Promise<number> {
  const { mendText } = await import('../../library/check/fix.ts');
  const { text, made } = await mendText(mendable, findings);
  if (made === 0) return 0;
  if (dryRun !== true) {
    await writeFileAtomic(mendable.file, text);
    return made;
  }
  const { unifiedDiff } = await import('../../compare/patch.ts');
  const name = shownFile(io.folder, mendable.file);
  print(io, unifiedDiff(name, mendable.text, text));
  return made;
}

async function mendWordFile(
  context: Context,
  mendable: Extract<Mendable, { kind: 'word' }>,
  { findings }: Checked,
  { dryRun, author }: CheckCommandOptions,
): Promise<number> {
  const { mendWord } = await import('../../library/check/fix.ts');
  const { io } = context;
  const date = `${io.now().toISOString().slice(0, 19)}Z`;
  const { bytes, made } = mendWord(mendable.bytes, findings, { author, date }, context.report);
  if (made > 0 && dryRun !== true) await writeFileAtomic(mendable.file, bytes);
  if (dryRun === true) {
    const mended = findings.filter(({ wordFix }) => wordFix !== undefined);
    if (mended.length > 0) print(io, ...mended.map((finding) => `would mend: ${formatMessage(finding)}`));
  }
  return made;
}

function shownFile(folder: string, file: string): string {
  return isAbsolute(file) ? relative(folder, file).split('\\').join('/') : file;
}

type Reporter = (context: Context, checked: Checked, compared: Standings | undefined) => Promise<void> | void;

/** The findings by standing, each standing with its own groups: "SOW, 12 times". */
async function groupedBy(findings: readonly Finding[], compared: Standings | undefined) {
  const { grouped } = await import('../../check/index.ts');
  const introduced = new Set<Finding>(compared?.introduced);
  if (compared === undefined) return grouped(findings).map((finding) => ({ finding, standing: undefined }));
  const groups = [
    ...grouped(findings.filter((one) => introduced.has(one))).map((finding) => ({
      finding,
      standing: 'introduced' as const,
    })),
    ...grouped(findings.filter((one) => !introduced.has(one))).map((finding) => ({
      finding,
      standing: 'already there' as const,
    })),
  ];
  const { byPlace } = await import('../../check/finding.ts');
  groups.sort((a, b) => byPlace(a.finding, b.finding));
  return [
    ...groups,
    ...compared.fixed.map((finding) => ({ finding: finding as GroupedFinding, standing: 'fixed' as const })),
  ];
}

const REPORT = {
  text: async (context, { findings }, compared) => {
    const paint = colours(context.io, context.io.stdout);
    const colour = { error: paint.red, warning: paint.yellow, note: paint.dim } as const;
    const lines = (await groupedBy(findings, compared)).map(({ finding, standing }) =>
      standing === 'fixed'
        ? paint.green(`fixed: ${formatMessage(finding)}`)
        : colour[finding.severity]((standing === undefined ? '' : `${standing}: `) + formatMessage(finding)),
    );
    if (lines.length > 0) print(context.io, ...lines);
  },
  json: async (context, { findings, messages, survey }, compared) => {
    const all = (await groupedBy(findings, compared)).map(({ finding: { wordFix: _, ...finding }, standing }) =>
      standing === undefined ? finding : { ...finding, standing },
    );
    context.io.stdout.write(`${JSON.stringify({ findings: all, messages, survey }, null, 2)}\n`);
  },
  sarif: async (context, { findings }, compared) => {
    const { sarif } = await import('../../check/sarif.ts');
    const STATES = { introduced: 'new', 'already there': 'unchanged', fixed: 'absent' } as const;
    const all = (await groupedBy(findings, compared)).map(({ finding, standing }) => {
      const file = finding.place?.file === undefined ? {} : { file: shownFile(context.io.folder, finding.place.file) };
      return { finding: { ...finding, place: { ...finding.place, ...file } }, standing };
    });
    const states = new Map<Finding, (typeof STATES)[keyof typeof STATES]>(
      all.flatMap(({ finding, standing }) => (standing === undefined ? [] : [[finding, STATES[standing]] as const])),
    );
    const stateOf = compared === undefined ? undefined : (finding: Finding) => states.get(finding) ?? ('new' as const);
    context.io.stdout.write(
      sarif(
        all.map(({ finding }) => finding),
        await packageVersion(),
        stateOf,
      ),
    );
  },
} satisfies Record<Format, Reporter>;

async function packageVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function summarise(
  context: Context,
  { findings, survey, settingsFile }: Checked,
  compared: Standings | undefined,
): void {
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
  if (survey !== undefined) {
    const { paragraphs, words, rules, leftOut } = survey;
    const not = leftOut.length === 0 ? '' : `; not checked: ${leftOut.join('; ')}`;
    tell(
      context.io,
      `checked ${counted(paragraphs, 'paragraph')} (${counted(words, 'word')}) by ${counted(rules, 'rule')}${not}`,
    );
  }
  if (settingsFile !== undefined) tell(context.io, `settings: ${shownFile(context.io.folder, settingsFile)}`);
}
