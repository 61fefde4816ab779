/** Messages of one read: those that repeat are counted, and no rule speaks without end. */
import type { Message, Place, Report, Severity } from '../message.ts';

/** A place some of whose facts may be unknown. */
export type LoosePlace = { readonly [K in keyof Place]?: Place[K] | undefined };

/** How many messages of one rule are told one by one; the rest are counted. */
const TOLD = 12;

/** Collects messages and hands them on at the end, in the order in which they first arose. */
export interface Tally {
  error(rule: string, reason: string, place: LoosePlace, actual?: string): void;
  warn(rule: string, reason: string, place: LoosePlace, actual?: string): void;
  note(rule: string, reason: string, place: LoosePlace, actual?: string): void;
  /** Hands everything on. */
  finish(): void;
}

interface Counted {
  readonly message: Message;
  count: number;
}

export function tallyFor(report: Report): Tally {
  const counted = new Map<string, Counted>();
  const perRule = new Map<string, number>();
  const say = (severity: Severity) => (rule: string, reason: string, place: LoosePlace, actual?: string) => {
    const key = `${rule} ${reason} ${actual ?? ''}`;
    const known = counted.get(key) ?? counted.get(rule);
    if (known !== undefined) {
      known.count += 1;
      return;
    }
    const told = (perRule.get(rule) ?? 0) + 1;
    perRule.set(rule, told);
    if (told > TOLD)
      counted.set(rule, { message: { severity, rule, reason: `more of the same: ${reason}` }, count: 1 });
    else counted.set(key, { message: messageOf(severity, rule, reason, place, actual), count: 1 });
  };
  return {
    error: say('error'),
    warn: say('warning'),
    note: say('note'),
    finish() {
      for (const { message, count } of counted.values()) {
        report(count === 1 ? message : { ...message, note: `${count} times` });
      }
      counted.clear();
    },
  };
}

function messageOf(severity: Severity, rule: string, reason: string, loose: LoosePlace, actual?: string): Message {
  const place = definedPlace(loose);
  return {
    severity,
    rule,
    reason,
    ...(Object.keys(place).length === 0 ? {} : { place }),
    ...(actual === undefined ? {} : { actual: actual.length > 200 ? `${actual.slice(0, 199)}…` : actual }),
  };
}

/** The place without the facts that are unknown. */
export function definedPlace(loose: LoosePlace): Place {
  return Object.fromEntries(Object.entries(loose).filter(([, value]) => value !== undefined));
}
