/** A wording of an instruction: what follows it, and what it does to the sample code. */

/** One wording. `becomes` pairs texts of the sample code with what they become; `refused` where nothing may be applied. */
export interface Wording {
  readonly wording: string;
  readonly content?: string;
  readonly becomes: readonly (readonly [string, string])[] | 'refused';
}

export const w = (wording: string, becomes: Wording['becomes'], content?: string): Wording => ({
  wording,
  becomes,
  ...(content === undefined ? {} : { content }),
});

/** The code that the wordings amend, written for them. */
export const SAMPLE = `---
title: Sample Code
short: Sample Code
version: "1.0"
status: demonstration
provision: Section
---

# 1 Terms {#terms}

1.1 {#defined} In this Code:

**Auditor** {#auditor} means a person who audits a Supplier.

**Meter** {#meter} means a device that measures energy.

**Supplier** {#supplier} means a person who supplies energy.

1.2 {#plural} The singular includes the plural.

# 2 Meters {#meters}

2.1 {#install} A Supplier shall install a Meter within 20 days.

2.2 {#duties} A Supplier shall, for each Meter:

- (a) {#da} read it every month;
- (b) {#db} inspect it every year; and
- (c) {#dc} replace it after ten years.

2.3 {#access} Access costs £40. Access is refused to nobody.

2.4 {#both} A Supplier may appoint an Auditor, and a Supplier may dismiss an Auditor.

# 3 Charges {#charges}

3.1 {#tariff} The charges are set out in [Table 3.1](#table).

::table{#table number="3.1" title="Charges"}

| Service | Charge |
| --- | --- |
| Reading | £5 |
| Inspection | £30 |

3.2 {#due} Charges fall due after ten days.
`;

export const A21: readonly [string, string] = ['install a Meter within 20 days', 'fit a Meter within 20 days'];
