/** A drafted legal text that was read back before it is written: what it gives, applied, is the version after. */
import { extname } from 'node:path';
import { type Applied, applyAmendment, type DraftedAmendment, legalText, type TextOptions } from '../amend/index.ts';
import { hasErrors, type Message, type Outcome, UnusableInput } from '../message.ts';
import type { Document } from '../model/document.ts';
import { firstDifference, normalise } from '../model/equal.ts';
import type { Redline } from '../model/redline.ts';
import { amendmentIn } from './amendment.ts';

/** Ways to draft, the one that is wanted first; each later one restates more. */
export interface Drafting {
  readonly before: Document;
  readonly after: Document;
  readonly redline: Redline;
  readonly ways: readonly (() => DraftedAmendment)[];
  readonly text?: TextOptions;
  /** The file's name, which says the format. */
  readonly file: string;
  readonly write: (text: Redline) => Promise<Uint8Array | string>;
  /** Set where effects that `apply` refuses without `--force` are the drafter's wish. */
  readonly force?: boolean;
}

/** A legal text in its format, and how many instructions it has. */
export interface DraftedText {
  readonly content: Uint8Array | string;
  readonly instructions: number;
}

/**
 * Writes the legal text in the first way that gives the version after when it is read back and applied. Throws
 * `UnusableInput` (`amend/not-read-back`) where none does.
 */
export async function draftedText(drafting: Drafting): Promise<Outcome<DraftedText>> {
  const messages: Message[] = [];
  for (const [i, way] of drafting.ways.entries()) {
    const drafted = way();
    const content = await drafting.write(legalText(drafted, drafting.redline, drafting.text ?? {}));
    const fault = await faultOf(content, drafting);
    if (fault === undefined)
      return {
        value: { content, instructions: drafted.instructions.length },
        messages: i < drafting.ways.length - 1 ? [] : [restated(messages, drafting)],
      };
    messages.push(...fault);
  }
  throw new UnusableInput([...once(messages), notReadBack(drafting)]);
}

const formatOf = ({ file }: Drafting): string =>
  extname(file).toLowerCase() === '.docx' ? 'Word' : extname(file).slice(1);

function restated(faults: readonly Message[], drafting: Drafting): Message {
  const [first] = faults;
  const why = first === undefined ? '' : `: ${first.reason}`;
  return {
    severity: 'warning',
    rule: 'amend/restated',
    reason: `more is restated than is amended, because ${formatOf(drafting)} would not give the version after${why}`,
  };
}

function notReadBack(drafting: Drafting): Message {
  return {
    severity: 'error',
    rule: 'amend/not-read-back',
    reason: `nothing is written: the legal text in ${formatOf(drafting)}, read back and applied, would not give the version after`,
    note: 'another format may do, such as .md',
  };
}

/** Each fault once, the first few of them. */
function once(messages: readonly Message[]): readonly Message[] {
  const byText = new Map(messages.map((message) => [`${message.rule} ${message.cite} ${message.reason}`, message]));
  return [...byText.values()].slice(0, 5);
}

/** What is wrong with a legal text once it is read back and applied; `undefined` where it gives the version after. */
async function faultOf(
  content: Uint8Array | string,
  { file, before, after, force }: Drafting,
): Promise<readonly Message[] | undefined> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  try {
    const { amendment, lossy } = (await amendmentIn(bytes, { file, shown: file })).value;
    const applied = applyAmendment(amendment, before, { meta: () => after.meta, relink: lossy });
    return faultsOf(applied, after, force === true);
  } catch (error) {
    if (error instanceof UnusableInput) return error.messages;
    throw error;
  }
}

function faultsOf(applied: Applied, after: Document, force: boolean): readonly Message[] | undefined {
  if ('refusals' in applied) {
    return applied.refusals.map(({ reason, nearest, index }) => ({
      severity: 'error',
      rule: 'amend/refused',
      reason,
      cite: `instruction ${index + 1}`,
      ...(nearest === undefined ? {} : { note: `nearest: ${nearest}` }),
    }));
  }
  if (!force && hasErrors(applied.effects)) return applied.effects.filter(({ severity }) => severity === 'error');
  const difference = firstDifference(applied.document, normalise(after));
  if (difference === undefined) return undefined;
  return [
    {
      severity: 'error',
      rule: 'amend/differs',
      reason: 'what the format keeps of a provision is not what the version after says',
      actual: difference.slice(0, 300),
    },
  ];
}
