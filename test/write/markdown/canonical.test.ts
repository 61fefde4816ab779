import { describe, expect, it } from 'vitest';
import { collect } from '../../../src/message.ts';
import { cleanRedline } from '../../../src/model/redline.ts';
import { readMarkdown } from '../../../src/read/markdown/index.ts';
import { writeMarkdown } from '../../../src/write/markdown/index.ts';

const MATTER = '---\ntitle: Example\nprovision: Clause\n---\n\n';

/** The canonical form of a source without front matter, which must hold no error. */
function formatted(body: string): string {
  const { value, messages } = collect((report) => readMarkdown(MATTER + body, { mode: 'strict' }, report));
  expect(messages).toEqual([]);
  return writeMarkdown(cleanRedline(value)).slice(MATTER.length);
}

/** Sources that are canonical already, by what they show. */
const CANONICAL: Readonly<Record<string, string>> = {
  'clauses, limbs and closing words': `# 4 Test completion {#completion}

4.1 {#outcome} A planned entry completes testing successfully where:

- (a) every planned test has been executed; and
- (b) {#within} open Testing Issues:
  - (i) are within the threshold; or
  - (ii) have been accepted,

and otherwise unsuccessfully.

4.1.1 A deeper clause.

4.2 {#appeal fixed} A Party may appeal under [Clause 4.1](#outcome).
`,
  'closing words behind inner clauses': `4.1 If:

4.1.1 one; or

4.1.2 two,

::end

then three.

4.2 Next.
`,
  'a clause that stands inside, whatever its number': `4.1 If:

{inside label="Rule 3"} odd
`,
  'definitions with lists, and an ordinary paragraph behind them': `**Testing Issue** {#issue} means:

- (a) one; or
- (b) two,

and includes three.

Something else.
`,
  'a definition that holds more than the plain form can say': `:::definition{#issue}
**Testing Issue** means one.

Two.
:::
`,
  'footnotes and endnotes at the end, in the order of their calls': `One[^1] and two[^pause] and three.[^end-1]

[^1]: First.

[^pause]: Second.

    Still the second.

[^end-1]: Last.
`,
  'a table with its directive': `::table{#thresholds number="4.1" title="Testing Issues Thresholds" key="Severity|User Role"}

| Severity | Threshold \\| limit |
| --- | ---: |
| 1 |  |
`,
  'a table written out': `:::::table[Phases **and** spans]{#phases number="5.1" word="Figure" widths="1440 -"}

::::row{header}

:::cell{columns=2}
Phase
:::

::::

::::row{#r1}

:::cell
One

Two
:::

:::cell
:::

::::

:::::
`,
  'marks, blanks, links and escapes': `**Bold**, *italic*, \`code\`, ~~struck~~, <u>under</u>, <small>Caps</small>, x<sup>2</sup>, w**or**d, v<b>(or)</b>d and ***both***.

By [DD MMM YYYY] on [the site](https://example.org), \\[as amended\\], 5 \\* 3, a_b, C&S, 16:00.<br>New line.
`,
  'what only looks like something else': `4\\.1 of the goods

\\(a) is a letter

**Note**&#32;means nothing

\\# 5 \\{#x}

\\::table

1\\. one

\\- two
`,
  'panels, code, page breaks and comments': `:::question
First?

Second?
:::

> Quoted.
>
> {#q} More.

\`\`\`
code
  more
\`\`\`

::page-break

<!-- keeling-ignore check/x: reason -->
`,
  'ordered lists as limbs': `1. one
2. {#two} two
   - (a) three

1) four
`,
  'what braces are for': `# Annex A Reports {#annex-a}

# Article {clause label="Rule 7"}

{#p} An anchored paragraph.

{}

- a\\) bullet
`,
};

describe('the canonical form', () => {
  it.each(Object.entries(CANONICAL))('keeps %s to the letter', (_, source) => {
    expect(formatted(source)).toBe(source);
  });

  it('joins lines, and takes other signs for lists and marks', () => {
    expect(formatted('4.1 one\ntwo\n\n* (a) x\n+ __bold__ _it_\n')).toBe('4.1 one two\n\n- (a) x\n- **bold** *it*\n');
  });

  it('numbers footnotes by place and puts them at the end', () => {
    expect(formatted('[^9]: Later.\n\n[^2]: First.\n\na[^2] b[^9]\n')).toBe(
      'a[^1] b[^2]\n\n[^1]: First.\n\n[^2]: Later.\n',
    );
  });

  it('gives headings the depth at which they stand', () => {
    expect(formatted('# 1 A\n\n### 1.1 B\n')).toBe('# 1 A\n\n## 1.1 B\n');
  });

  it('writes the front matter in its order and quotes what YAML would read otherwise', () => {
    const source = `---
provision: Section
version: 1.10
title: "A: b"
status: yes
properties: {z: "1", a b: c}
language: cy-GB
---
`;
    const { value, messages } = collect((report) => readMarkdown(source, {}, report));
    expect(messages).toEqual([]);
    expect(value.meta.version).toBe('1.10');
    expect(writeMarkdown(cleanRedline(value))).toBe(`---
title: "A: b"
version: "1.10"
status: "yes"
provision: Section
language: cy-GB
properties:
  z: "1"
  a b: c
---
`);
  });
});
