import { env, LogLevel } from '@huggingface/transformers';
import type { Dtype, HostSettings } from '../protocol.ts';

/** What every `from_pretrained` is given. */
export type LoadOptions = {
  cache_dir: string;
  local_files_only: boolean;
  dtype?: Dtype;
};

export function configureRuntime({ cacheFolder, allowDownload, dtype }: HostSettings): LoadOptions {
  // Its errors print the tensors they happened with.
  env.logLevel = LogLevel.NONE;
  env.allowLocalModels = true;
  env.allowRemoteModels = allowDownload;
  env.cacheDir = cacheFolder;
  const { HF_ENDPOINT } = process.env;
  if (HF_ENDPOINT) env.remoteHost = `${HF_ENDPOINT.replace(/\/+$/, '')}/`;
  return {
    cache_dir: cacheFolder,
    local_files_only: !allowDownload,
    ...(dtype && { dtype }),
  };
}
