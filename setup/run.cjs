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
['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(signal => {
  // A terminal sends Ctrl-C to the whole group; passing it on twice would make
  // the child's second-signal handling skip its clean end.
  process.on(signal, () => {
    if (signal !== 'SIGINT') child.kill(signal);
  });
});
child.on('exit', (code, signal) => {
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else process.exit(code);
});
