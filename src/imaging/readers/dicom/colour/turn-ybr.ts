/**
 * From brightness and two differences to red, green and blue (PS3.3 C.7.6.3.1.2), within the
 * range of `bits`. Partial ones leave head and foot room, as video does.
 */
export function turnYbr<Colours extends Uint8Array | Uint16Array>(
  values: Colours,
  bits: number,
  isPartial: boolean,
): Colours {
  const middle = 2 ** (bits - 1);
  const brightest = 2 ** bits - 1;
  const foot = isPartial ? 2 ** (bits - 4) : 0;
  const brightness = isPartial ? 255 / 219 : 1;
  const colour = isPartial ? 255 / 224 : 1;
  const clamp = (value: number) => Math.min(brightest, Math.max(0, Math.round(value)));
  const rgb = values.slice() as Colours;
  for (let at = 0; at < values.length; at += 3) {
    const luma = (values[at]! - foot) * brightness;
    const blue = (values[at + 1]! - middle) * colour;
    const red = (values[at + 2]! - middle) * colour;
    rgb[at] = clamp(luma + 1.402 * red);
    rgb[at + 1] = clamp(luma - (0.114 * 1.772 * blue + 0.299 * 1.402 * red) / 0.587);
    rgb[at + 2] = clamp(luma + 1.772 * blue);
  }
  return rgb;
}
