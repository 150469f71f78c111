export function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

/** The same direction within (-180, 180]. */
export function wrapDegrees(angleDegrees: number): number {
  const turned = (((angleDegrees + 180) % 360) + 360) % 360;
  return turned === 0 ? 180 : turned - 180;
}
