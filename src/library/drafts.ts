/** What a draft may still lack: a warning while it is worked on, an error in what is published. */
import type { Message } from '../message.ts';

/** Faults of which the text around them is whole, so that it can be compared, marked and renumbered. */
const UNFINISHED: ReadonlySet<string> = new Set(['read/dangling-reference', 'read/footnote-without-text']);

/** The messages about a draft: what is merely unfinished is a warning. */
export function asDraft(messages: readonly Message[]): Message[] {
  return messages.map((message) =>
    message.severity === 'error' && UNFINISHED.has(message.rule) ? { ...message, severity: 'warning' } : message,
  );
}

/** The same where the text is to be written back: a call of a footnote without text would not come back. */
export function asRewritable(messages: readonly Message[]): Message[] {
  return messages.map((message) =>
    message.severity === 'error' && message.rule === 'read/dangling-reference'
      ? { ...message, severity: 'warning' }
      : message,
  );
}
