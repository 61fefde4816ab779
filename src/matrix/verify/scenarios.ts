/** Scenarios held against the vocabulary of the shape, and against what the text says of each of them. */
import type { Report } from '../../message.ts';
import type { Scenario } from '../read/settings.ts';
import { requiredBy, requiringValues, type Shape } from '../shape/shape.ts';
import { kindsInText, valuesInText } from '../shape/text.ts';
import { aboutList, type Listing, type ListingSection, listingOf, wordsOf } from './listing.ts';
import { listed, type MatrixVersion, placePart, repeatedIn, type Verified } from './version.ts';

const RULE = 'matrix/scenario';

export function checkScenarios({ version }: Verified, report: Report): void {
  const { scenarios } = version.settings;
  for (const scenario of scenarios) checkOwn(scenario, version.shape, report);
  const listing = listingOf(version);
  if (listing === undefined || scenarios.length === 0) return;
  const sections = new Map(scenarios.map((scenario) => [scenario, sectionOf(scenario, listing)] as const));
  for (const [scenario, section] of sections) {
    if (section === undefined) reportUndescribed(scenario, listing, report);
    else checkText(scenario, section, listing, version.shape, report);
    checkStray(scenario, section, listing, version.shape, report);
  }
  checkUnused(version, listing, sections, report);
}

/** Kinds that a value does not require, and kinds of the scenario that a value requires and that are left out. */
function checkOwn(scenario: Scenario, shape: Shape, report: Report): void {
  const at = { rule: RULE, cite: `scenario "${scenario.title}"`, ...placePart(scenario.place) };
  const own = new Set(Object.values(scenario.values).flat());
  for (const [value, kinds] of Object.entries(scenario.values)) {
    const required = requiredBy(shape, value);
    const strange = kinds.filter((kind) => !required.includes(kind));
    if (strange.length > 0) {
      report({
        ...at,
        severity: 'error',
        reason: `"${value}" requires no test on ${listed(strange)}`,
        expected: listed(required) || 'none',
      });
    }
    const left = required.filter((kind) => own.has(kind) && !kinds.includes(kind));
    if (left.length > 0)
      report({
        ...at,
        severity: 'error',
        reason: `"${value}" requires a test on ${listed(left)} too, on which others are run in this scenario`,
      });
    const twice = repeatedIn(kinds);
    if (twice.length > 0) report({ ...at, severity: 'error', reason: `"${value}" has ${listed(twice)} twice` });
  }
  if (own.size === 0) report({ ...at, severity: 'error', reason: 'it requires nothing of any value' });
  const missing = requiringValues(shape).filter(
    (value) => !Object.hasOwn(scenario.values, value) && requiredBy(shape, value).some((kind) => own.has(kind)),
  );
  if (missing.length > 0)
    report({
      ...at,
      severity: 'warning',
      reason: `it requires nothing of ${missing.map((value) => `"${value}"`).join(', ')}, on whose kinds others are run`,
    });
  const twice = repeatedIn(scenario.requests ?? []);
  if (twice.length > 0) report({ ...at, severity: 'warning', reason: `it lists ${listed(twice)} twice` });
  if (scenario.requests?.length === 0) report({ ...at, severity: 'error', reason: 'it is limited to no row at all' });
}

/** The one paragraph that has every word of a scenario's title and names values; of several, the one that begins with it. */
function sectionOf({ title }: Scenario, { sections }: Listing): ListingSection | undefined {
  const words = wordsOf(title);
  const fitting = sections.filter((section) => words.every((word) => section.words.includes(word)));
  if (fitting.length === 1) return fitting[0];
  const begins = fitting.filter((section) => section.words.slice(0, words.length).join(' ') === words.join(' '));
  return begins.length === 1 ? begins[0] : undefined;
}

function reportUndescribed({ title, place }: Scenario, { cite }: Listing, report: Report): void {
  const reason = `no paragraph of ${cite} can be told to describe it, so its values were not held against the text`;
  const note = 'a paragraph describes a scenario where it has every word of its title';
  report({ severity: 'warning', rule: RULE, cite: `scenario "${title}"`, ...placePart(place), reason, note });
}

function checkText(scenario: Scenario, section: ListingSection, { cite }: Listing, shape: Shape, report: Report): void {
  const at = {
    severity: 'warning' as const,
    rule: RULE,
    cite: `scenario "${scenario.title}"`,
    ...placePart(scenario.place),
  };
  const requiring = requiringValues(shape);
  const said = new Set(
    valuesInText(shape, section.text).flatMap(({ value }) => (requiring.includes(value) ? [value] : [])),
  );
  const own = Object.entries(scenario.values).flatMap(([value, kinds]) => (kinds.length > 0 ? [value] : []));
  const [stray, missing] = [own.filter((value) => !said.has(value)), [...said].filter((value) => !own.includes(value))];
  if (stray.length > 0) report({ ...at, reason: `it has values that ${cite} does not give it: ${stray.join(', ')}` });
  if (missing.length > 0)
    report({ ...at, reason: `${cite} gives it values that it does not have: ${missing.join(', ')}` });
  const kinds = kindsInText(shape, section.text);
  const run = new Set(Object.values(scenario.values).flat());
  if (kinds.size > 0 && (kinds.size !== run.size || [...run].some((kind) => !kinds.has(kind)))) {
    report({
      ...at,
      reason: `${cite} says what its tests are run on otherwise`,
      actual: [...run].join(', '),
      expected: [...kinds].join(', '),
    });
  }
  if (section.requests.length > 0 && scenario.requests === undefined) {
    report({ ...at, reason: `${cite} limits it to rows that it lists`, expected: listed(section.requests) });
  }
  if (scenario.requests === undefined) return;
  const requested = new Set(scenario.requests);
  const left = section.requests.filter((request) => !requested.has(request));
  if (left.length > 0) report({ ...at, reason: `${cite} lists for it what it does not have: ${listed(left)}` });
}

/** What a scenario is limited to must be what the text lists for it, or at all. */
function checkStray(
  scenario: Scenario,
  section: ListingSection | undefined,
  listing: Listing,
  shape: Shape,
  report: Report,
): void {
  const { title, requests = [] } = scenario;
  const known = new Set(section === undefined || section.requests.length === 0 ? listing.requests : section.requests);
  const stray = requests.filter((request) => !known.has(request));
  if (stray.length === 0) return;
  const where = section === undefined || section.requests.length === 0 ? '' : ' for it';
  const reason = `the scenario "${title}" has ${shape.nouns.row[1]} that ${listing.cite} does not list${where}: ${listed(stray)}`;
  report({ severity: 'warning', rule: RULE, reason, ...aboutList(listing) });
}

function checkUnused(
  { settings, shape }: MatrixVersion,
  listing: Listing,
  sections: ReadonlyMap<Scenario, ListingSection | undefined>,
  report: Report,
): void {
  const used = new Set(settings.scenarios.flatMap(({ requests }) => requests ?? []));
  const unused = listing.requests.filter((request) => !used.has(request));
  if (unused.length > 0) {
    const reason = `${listing.cite} lists ${shape.nouns.row[1]} that no scenario has: ${listed(unused)}`;
    report({ severity: 'warning', rule: RULE, reason, ...aboutList(listing, unused[0]) });
  }
  const described = new Set(sections.values());
  const requiring = requiringValues(shape);
  for (const section of listing.sections) {
    const values = valuesInText(shape, section.text).filter(({ value }) => requiring.includes(value));
    if (described.has(section) || values.length === 0) continue;
    const reason = `a paragraph of ${listing.cite} gives values to no scenario that is known: ${JSON.stringify(section.text.slice(0, 60))}`;
    report({ severity: 'warning', rule: RULE, reason, cite: listing.cite, ...placePart(section.place) });
  }
}
