/** Preloaded into a run of `keeling`: writes the files that it loaded, one a line, to the file that LOADED names. */
import { writeFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
const hooks = `
  let port;
  export const initialize = (data) => { port = data.port; };
  export const load = (url, context, next) => { port.postMessage(url); return next(url, context); };
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`, { data: { port: port2 }, transferList: [port2] });
port1.unref();

process.on('exit', () => {
  // What is required by a CommonJS module is in its cache; what is imported is told by the hooks.
  const loaded = new Set(Object.keys(createRequire(import.meta.url).cache));
  for (let told = receiveMessageOnPort(port1); told !== undefined; told = receiveMessageOnPort(port1)) {
    if (told.message.startsWith('file:')) loaded.add(fileURLToPath(told.message));
  }
  writeFileSync(process.env.LOADED, [...loaded].join('\n'));
});
