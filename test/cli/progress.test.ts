/** Progress is told past one second, and only then: once a stage, even where it leaves no timer the time to speak. */
import { afterEach, expect, it, vi } from 'vitest';
import { startProgress } from '../../src/cli/progress.ts';

afterEach(() => vi.restoreAllMocks());

function told(steps: readonly (readonly [at: number, stage: string])[]): string[] {
  const lines: string[] = [];
  const output = { write: (text: string) => lines.push(text.trim()), isTerminal: false };
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const io = { stdout: output, stderr: output, folder: '.', env: {}, now: () => new Date(0) };
  const progress = startProgress(io);
  for (const [at, stage] of steps) {
    now.mockReturnValue(at);
    progress.stage(stage);
  }
  progress.end();
  return lines;
}

it('says nothing of what is done within a second', () => {
  expect(
    told([
      [0, 'Reading'],
      [400, 'Checking'],
      [900, 'Checking'],
    ]),
  ).toEqual([]);
});

it('tells a stage once when it goes on past a second, as soon as it says so', () => {
  expect(
    told([
      [0, 'Reading'],
      [400, 'Checking'],
      [1100, 'Checking'],
      [1300, 'Checking'],
    ]),
  ).toEqual(['Checking …']);
});

it('tells a stage that begins behind the first second at once', () => {
  expect(
    told([
      [0, 'Reading'],
      [1100, 'Checking'],
    ]),
  ).toEqual(['Reading …', 'Checking …']);
});
