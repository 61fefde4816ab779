/** A fault found while a template is filled, and the message it becomes. */
import type { Message, Place } from '../message.ts';

/** Thrown within a template; never leaves this room. */
export class TemplateFault extends Error {
  override readonly name = 'TemplateFault';
  /** Where in the template, once that is known. Lines and columns count from 1. */
  place: Place | undefined;

  constructor(reason: string, place?: Place) {
    super(reason);
    this.place = place;
  }
}

/** Whatever was thrown as a message about the template `file`. */
export function faultMessage(thrown: unknown, file: string): Message {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  const place = thrown instanceof TemplateFault ? thrown.place : undefined;
  return { severity: 'error', rule: 'assemble/template', reason, place: place ?? { file } };
}
