/** The classical method that embeds pictures offline, by its name and version. */
export const descriptorMethod = { name: 'gradients, moments and thumbnails', version: 1 };

/** Loaded when the first picture is described: other commands need no decoder. */
export async function describePicture(
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<Float32Array> {
  const { decodePicture } = await import('../../imaging/index.ts');
  const { describe } = await import('../offline/index.ts');
  return describe(await decodePicture(bytes, { signal }));
}
