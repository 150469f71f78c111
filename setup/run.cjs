// `node setup/run.cjs FILE ARGS…` runs FILE on the bundled Node. The npm scripts
// go through here because npm itself may run on an older one.
'use strict';
const path = require('node:path');
const { spawn } = require('node:child_process');

require('./install.cjs')();
const child = spawn(require('./runtime.cjs')(), process.argv.slice(2), {
  cwd: path.dirname(__dirname),
  stdio: 'inherit',
});
let wasAsked = false;
['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(signal => {
  // A terminal sends Ctrl-C to the whole group; passing it on twice would make
  // the child's second-signal handling skip its clean end.
  process.on(signal, () => {
    wasAsked = true;
    if (signal !== 'SIGINT') child.kill(signal);
  });
});
// npm hands a signal to the shell that it runs a script in, and that shell dies of it alone.
if (process.env.npm_lifecycle_event) {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    if (!wasAsked) child.kill('SIGTERM');
  }, 500);
}
child.on('exit', (code, signal) => {
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else process.exit(code);
});
