#!/usr/bin/env node
/** The `keeling` program: this process's outputs, folder, environment and clock, handed to `run`. */
import { fileCode } from '../library/faults.ts';
import type { Output } from './io.ts';
import { run } from './program.ts';

/** A reader that has seen enough (`keeling list | head -1`) closes the pipe: that is no fault. */
function outputOf(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error) => {
    if (fileCode(error) !== 'EPIPE') throw error;
    process.exit();
  });
  return { write: (text) => stream.write(text), isTerminal: stream.isTTY === true, columns: stream.columns };
}

process.exitCode = await run(process.argv.slice(2), {
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  folder: process.cwd(),
  env: process.env,
  now: () => new Date(),
});
