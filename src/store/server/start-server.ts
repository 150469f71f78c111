import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SpinemedError } from '../../errors/index.ts';
import { type Account, chooseAccount, launchAs } from './account.ts';
import { findBinaries } from './binaries.ts';
import { databaseUser, initialise, serverEnvironment } from './initialise.ts';
import { databaseFolder, reachableBinaries } from './place.ts';
import { clearStalePidFile, isAlive, readPostmaster } from './postmaster.ts';

export type Server = { url: string; pid: number };

const patienceMs = 60_000;

/** Finds the workspace's server running, or starts it. Any number of processes may call
 *  this at once: PostgreSQL's own lock on its data folder lets one win, the others find it. */
export async function startServer(
  workspace: string,
  account: Account = chooseAccount(),
): Promise<Server> {
  const folder = databaseFolder(workspace, account);
  const binaries = reachableBinaries(findBinaries(), account);
  initialise(folder, binaries, account);
  const cluster = path.join(folder, 'cluster');
  const data = path.join(cluster, 'data');
  const log = path.join(folder, 'server.log');
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const running = readPostmaster(data);
    if (running?.ready) return { url: urlOf(cluster, running.port), pid: running.pid };
    if (running) {
      await sleep(25);
      continue;
    }
    clearStalePidFile(data);
    const started = spawnServer(binaries.postgres, data, log, await choosePort(folder), account);
    await readyOrGone(started, data);
  }
  throw new SpinemedError({
    code: 'database-not-started',
    mender: 'user',
    message: `the embedded PostgreSQL did not start: ${lastLine(log)}`,
    place: log,
    hint: 'The log says why; or set DATABASE_URL to another server.',
  });
}

/** Asks the server to end (fast: open transactions are rolled back) and waits for it. */
export async function stopServer(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  const deadline = Date.now() + patienceMs;
  while (isAlive(pid) && Date.now() < deadline) await sleep(20);
}

function spawnServer(
  postgres: string,
  data: string,
  log: string,
  port: number,
  account: Account,
): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Failing statements and the values they quote could be patient text: they reach whoever
    // asked, and not the log.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { command, args, options } = launchAs(account, postgres, ['-D', data, ...flags]);
  const output = openSync(log, 'w', 0o600);
  try {
    const child = spawn(command, args, {
      ...options,
      cwd: '/',
      env: serverEnvironment(),
      // Its own group: Ctrl-C in our terminal is for us, and the server outlives a killed starter.
      detached: true,
      stdio: ['ignore', output, output],
    });
    child.on('error', () => {});
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
}

async function readyOrGone(child: ChildProcess, data: string): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      // Another starter won, or memory of a killed server is still being freed: look again shortly.
      return sleep(100);
    }
    if (readPostmaster(data)?.ready) return;
    await sleep(15);
  }
}

function urlOf(cluster: string, port: number): string {
  const password = readFileSync(path.join(cluster, 'password'), 'utf8');
  return `postgres://${databaseUser}:${password}@127.0.0.1:${port}/`;
}

/** The port of the last time if nobody took it: who was connected then finds the way back. */
async function choosePort(folder: string): Promise<number> {
  const file = path.join(folder, 'port');
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = await bindable(last).catch(() => bindable(0));
  writeFileSync(file, String(port));
  return port;
}

function bindable(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function lastLine(log: string): string {
  try {
    return readFileSync(log, 'utf8').trim().split('\n').at(-1) || 'no word in its log';
  } catch {
    return 'no log';
  }
}
