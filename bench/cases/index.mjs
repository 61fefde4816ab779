/** The groups of cases, one file each. A case has a `name`, `quick` where the quick mode runs it too, and `make`. */
export const GROUPS = [
  { name: 'shipped', load: async () => (await import('./shipped.mjs')).cases() },
  { name: 'legislation', load: async () => (await import('./legislation.mjs')).cases() },
  { name: 'generated', load: async () => (await import('./generated.mjs')).cases() },
  { name: 'adversarial', load: async () => (await import('./adversarial.mjs')).cases() },
  { name: 'word', load: async () => (await import('./word.mjs')).cases() },
  { name: 'check', load: async () => (await import('./check.mjs')).cases() },
  { name: 'writers', load: async () => (await import('./writers.mjs')).cases() },
  { name: 'redline', load: async () => (await import('./redline.mjs')).cases() },
];
