/** What Keeling has to say about its input: one shape for every finding, and ways to collect and print it. */

/** How much a message weighs: an `error` stops a job, a `warning` wants a look, a `note` only tells. */
export type Severity = 'error' | 'warning' | 'note';

/** Where something stands in its source. Lines and columns count from 1; offsets are UTF-16 code units, half-open. */
export interface Place {
  /** The file as the user named it, or `document@version`. */
  readonly file?: string;
  /** The part of a Word package, such as `word/document.xml`. */
  readonly part?: string;
  /** The number of the paragraph (`w:p`) in the part, from 1, in the order in which they begin. */
  readonly paragraph?: number;
  readonly line?: number;
  readonly column?: number;
  readonly start?: number;
  readonly end?: number;
}

/** One finding: what was found, where, and what to do about it. */
export interface Message {
  readonly severity: Severity;
  /** The rule that speaks, as `room/rule-name`, such as `read/unknown-label`. */
  readonly rule: string;
  /** One sentence without a full stop that a drafter understands. */
  readonly reason: string;
  readonly place?: Place;
  /** The provision, as `Clause 20.28`. */
  readonly cite?: string;
  readonly actual?: string;
  readonly expected?: string;
  /** What to do, or more of the background. */
  readonly note?: string;
}

/** Takes messages as they arise, so that a reader can go on after a finding. */
export type Report = (message: Message) => void;

/** A value together with everything that was said while it was made. */
export interface Outcome<T> {
  readonly value: T;
  readonly messages: readonly Message[];
}

/** Thrown where no result can be made of an input at all; carries the messages that say why. */
export class UnusableInput extends Error {
  override readonly name = 'UnusableInput';
  readonly messages: readonly Message[];

  constructor(messages: readonly Message[] | Message) {
    const list = Array.isArray(messages) ? (messages as readonly Message[]) : [messages as Message];
    super(list.map(formatMessage).join('\n'));
    this.messages = list;
  }
}

/** Runs `work` with a report that keeps every message, and returns both the value and the messages. */
export function collect<T>(work: (report: Report) => T): Outcome<T> {
  const messages: Message[] = [];
  const value = work((message) => messages.push(message));
  return { value, messages };
}

/**
 * The place of a message as an editor understands it: `file:line:column`, parts of it left out where unknown; in a Word
 * file `file#part, paragraph 12`.
 */
export function formatPlace(place: Place): string {
  const part = [place.file, place.part].filter((name) => name !== undefined).join('#');
  const file = place.paragraph === undefined ? part : `${part}, paragraph ${place.paragraph}`;
  return [file, place.line, place.line === undefined ? undefined : place.column]
    .filter((piece) => piece !== undefined && piece !== '')
    .join(':');
}

/** A message on one line: `file:3:1: Clause 4.1: error: reason (found …, expected …) (room/rule). note`. */
export function formatMessage(message: Message): string {
  const where = message.place === undefined ? '' : formatPlace(message.place);
  const details = [
    message.actual === undefined ? undefined : `found ${message.actual}`,
    message.expected === undefined ? undefined : `expected ${message.expected}`,
  ].filter((detail) => detail !== undefined);
  const detail = details.length === 0 ? '' : `: ${details.join(', ')}`;
  const head = [where, message.cite, message.severity].filter((piece) => piece !== undefined && piece !== '');
  const note = message.note === undefined ? '' : `; ${message.note}`;
  return oneLine(`${head.join(': ')}: ${message.reason}${detail}${note} (${message.rule})`);
}

/** Whether any of the messages is an error. */
export function hasErrors(messages: readonly Message[]): boolean {
  return messages.some((message) => message.severity === 'error');
}

/** Control and bidirectional characters, which a hostile file may carry, must not reach a terminal. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** The text on one line, with nothing in it that could steer a terminal. */
export function oneLine(text: string): string {
  return text.replace(UNPRINTABLE, ' ');
}
