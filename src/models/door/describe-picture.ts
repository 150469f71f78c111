/** The classical method that embeds pictures offline, by its name and version. */
export const descriptorMethod = { name: 'gradients, moments and thumbnails', version: 1 };

/** More than the descriptors look at, and little enough to hold many. */
const size = { width: 512, height: 512, fit: 'inside' } as const;

/** Loaded when the first picture is described: other commands need no decoder. */
export async function describePicture(
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<Float32Array> {
  const { decodePicture } = await import('../../imaging/index.ts');
  const { describe } = await import('../offline/index.ts');
  return describe(await decodePicture(bytes, { signal, size }));
}
