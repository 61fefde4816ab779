/** How checking is set: which rules are asked and how they weigh, and what the drafter says is known. */
import type { Place, Report, Severity } from '../message.ts';
import type { Meta } from '../model/document.ts';

/** How a rule is set: how much its findings weigh, or that it is not asked. */
export type Level = Severity | 'off';

export interface Settings {
  /** How a rule weighs, by its id; its own severity where it is not named. */
  readonly rules: Readonly<Record<string, Level>>;
  /** Terms that need no definition here, and words that are spelt as they are meant. */
  readonly terms: readonly string[];
  /** Abbreviations that need no expansion. */
  readonly acronyms: readonly string[];
  /** Names of persons and bodies. */
  readonly parties: readonly string[];
  /** Hosts of web addresses and e-mail addresses that are right: `example.org`. */
  readonly addresses: readonly string[];
  /** Whose public holidays are no Working Days, as ISO 3166-2 says it: `GB-ENG`, `GB-SCT`, `GB-NIR`, `IE`. */
  readonly holidays: string;
  /** The date of issue, ISO 8601, where the document does not say it. */
  readonly issued?: string;
  /** Set where the document is final, so that nothing may be left open in it. */
  readonly final?: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  rules: {},
  terms: [],
  acronyms: [],
  parties: [],
  addresses: [],
  holidays: 'GB-ENG',
};

const LISTS = ['terms', 'acronyms', 'parties', 'addresses'] as const;
const LEVELS: ReadonlySet<unknown> = new Set(['error', 'warning', 'note', 'off']);

/** Settings with those of a second set taken over: lists are joined, the rest replaced. */
export function joinSettings(base: Settings, more: Partial<Settings>): Settings {
  const lists = Object.fromEntries(LISTS.map((list) => [list, [...base[list], ...(more[list] ?? [])]]));
  return { ...base, ...more, ...lists, rules: { ...base.rules, ...more.rules } };
}

/** Where the value of a key stands. */
export type SettingPlace = (path: readonly string[]) => Place;

/** Settings from a value that was read, such as the `check` of `keeling.config.yaml`; what is wrong in it is reported. */
export function readSettings(value: unknown, ruleIds: ReadonlySet<string>, placeOf: SettingPlace, report: Report) {
  const wrong = (path: readonly string[], reason: string, expected?: string): void =>
    report({
      severity: 'error',
      rule: 'check/settings',
      reason,
      place: placeOf(path),
      ...(expected === undefined ? {} : { expected }),
    });
  const settings: { -readonly [K in keyof Settings]?: Settings[K] } = {};
  if (value === undefined || value === null) return settings;
  if (!isMap(value)) {
    wrong([], 'the settings of check are no map');
    return settings;
  }
  for (const [key, setting] of Object.entries(value)) {
    if (key === 'rules') settings.rules = readLevels(setting, ruleIds, wrong);
    else if (isList(key)) settings[key] = readList(setting, key, wrong);
    else if (key === 'holidays' && typeof setting === 'string') settings.holidays = setting;
    else if (key === 'issued' && /^\d{4}-\d{2}-\d{2}$/.test(String(setting))) settings.issued = String(setting);
    else if (key === 'final' && typeof setting === 'boolean') settings.final = setting;
    else wrong([key], `"${key}" is no setting of check, or its value is of the wrong kind`, EXPECTED[key]);
  }
  return settings;
}

const EXPECTED: Readonly<Record<string, string>> = {
  holidays: 'a text such as GB-ENG',
  issued: 'a date such as 2019-12-19',
  final: 'true or false',
};

type Wrong = (path: readonly string[], reason: string, expected?: string) => void;

function readLevels(value: unknown, ruleIds: ReadonlySet<string>, wrong: Wrong): Record<string, Level> {
  const levels: Record<string, Level> = {};
  if (!isMap(value)) {
    wrong(['rules'], 'rules is no map of a rule to its level');
    return levels;
  }
  for (const [rule, raw] of Object.entries(value)) {
    const level = raw === false ? 'off' : raw;
    if (!ruleIds.has(rule)) wrong(['rules', rule], `there is no rule "${rule}"`);
    else if (!LEVELS.has(level)) wrong(['rules', rule], 'this is no level', 'error, warning, note or off');
    else levels[rule] = level as Level;
  }
  return levels;
}

function readList(value: unknown, key: string, wrong: Wrong): string[] {
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
  wrong([key], `${key} is no list of texts`);
  return [];
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(key: string): key is (typeof LISTS)[number] {
  return (LISTS as readonly string[]).includes(key);
}

/**
 * The settings in the `properties` of a document's front matter: `check` (`spelling: off, spaces: note`),
 * `check-terms`, `check-acronyms`, `check-parties`, `check-addresses` (parted by commas), `check-holidays`,
 * `check-issued` and `check-final`.
 */
export function settingsOf(meta: Meta, ruleIds: ReadonlySet<string>, place: Place, report: Report): Partial<Settings> {
  const properties = meta.properties ?? {};
  const value: Record<string, unknown> = {};
  if (properties.check !== undefined) {
    value.rules = Object.fromEntries(
      split(properties.check).map((entry) => entry.split(/\s*:\s*/) as [string, string]),
    );
  }
  for (const list of LISTS) {
    const text = properties[`check-${list}`];
    if (text !== undefined) value[list] = split(text);
  }
  if (properties['check-holidays'] !== undefined) value.holidays = properties['check-holidays'];
  if (properties['check-issued'] !== undefined) value.issued = properties['check-issued'];
  if (properties['check-final'] !== undefined) value.final = properties['check-final'] === 'true';
  return readSettings(value, ruleIds, () => place, report);
}

function split(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
