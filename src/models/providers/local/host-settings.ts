import path from 'node:path';
import { SpinemedError } from '../../../errors/index.ts';
import { canReadMemory } from '../../../processes/index.ts';
import { findModelFolder, usualCacheFolder } from './find-model-folder.ts';
import type { LocalSettings } from './local-model.ts';
import { type Dtype, dtypes, type HostSettings } from './protocol.ts';

export function hostSettings(settings: LocalSettings): HostSettings {
  const cacheFolder = path.resolve(settings.cacheFolder ?? usualCacheFolder());
  const { model, allowDownload } = settings;
  const place = findModelFolder({ model, cacheFolder, allowDownload });
  return {
    model: place,
    cacheFolder,
    allowDownload: allowDownload && !path.isAbsolute(place),
    dtype: settings.dtype === undefined ? undefined : dtypeOf(settings.dtype),
    reportMemory: !canReadMemory,
  };
}

function dtypeOf(name: string): Dtype {
  const dtype = dtypes.find(one => one === name);
  if (dtype) return dtype;
  throw new SpinemedError({
    code: 'local-model-dtype-unknown',
    mender: 'user',
    message: 'there is no such dtype',
    hint: `There are: ${dtypes.join(', ')}.`,
  });
}
