import { pixelsUnreadable } from '../../dicom-errors.ts';
import { type JpegHeader, PROGRESSIVE } from './read-jpeg-header.ts';
import type { Scan } from './read-scans.ts';

/** A component's blocks of 64 coefficients in zigzag order, padded to whole coded units. */
export type Plane = {
  blocksAcross: number;
  blocksDown: number;
  /** Without the padding: what a scan of this component alone holds. */
  ownAcross: number;
  ownDown: number;
  coefficients: Int32Array;
};

export function layOutPlanes({ rows, columns, components }: JpegHeader): Plane[] {
  const across = Math.max(...components.map(({ horizontal }) => horizontal));
  const down = Math.max(...components.map(({ vertical }) => vertical));
  const unitsAcross = Math.ceil(columns / (8 * across));
  const unitsDown = Math.ceil(rows / (8 * down));
  return components.map(({ horizontal, vertical }) => {
    if (horizontal < 1 || horizontal > 4 || vertical < 1 || vertical > 4) throw pixelsUnreadable();
    const [blocksAcross, blocksDown] = [unitsAcross * horizontal, unitsDown * vertical];
    return {
      blocksAcross,
      blocksDown,
      ownAcross: Math.ceil((columns * horizontal) / across / 8),
      ownDown: Math.ceil((rows * vertical) / down / 8),
      coefficients: new Int32Array(blocksAcross * blocksDown * 64),
    };
  });
}

/** Of a sequential scan, some of which say something else. */
const wholeBand = { spectralStart: 0, spectralEnd: 63, high: 0, low: 0 };

/** Puts what a scan says of the coefficients into their planes; sequential or progressive. */
export function readCoefficients(scan: Scan, header: JpegHeader, planes: readonly Plane[]): void {
  const { components, restartEvery, bits } = scan;
  const parts = components.map(({ index, dc, ac }) => ({
    plane: planes[index]!,
    sampling: header.components[index]!,
    dc,
    ac,
    last: 0,
  }));
  const readBlock = blockReader(header.process === PROGRESSIVE ? scan : { ...scan, ...wholeBand });
  let untilRestart = restartEvery || Infinity;
  const beginUnit = () => {
    if (untilRestart === 0) {
      bits.restart();
      untilRestart = restartEvery;
      for (const part of parts) part.last = 0;
      readBlock.restart();
    }
    untilRestart--;
  };
  const [alone] = parts;
  if (parts.length === 1) {
    const { plane } = alone!;
    for (let row = 0; row < plane.ownDown; row++) {
      for (let column = 0; column < plane.ownAcross; column++) {
        beginUnit();
        readBlock.read(alone!, (row * plane.blocksAcross + column) * 64);
      }
    }
    return;
  }
  const unitsAcross = alone!.plane.blocksAcross / alone!.sampling.horizontal;
  const unitsDown = alone!.plane.blocksDown / alone!.sampling.vertical;
  for (let unit = 0; unit < unitsAcross * unitsDown; unit++) {
    beginUnit();
    const [row, column] = [Math.floor(unit / unitsAcross), unit % unitsAcross];
    for (const part of parts) {
      const { horizontal, vertical } = part.sampling;
      for (let block = 0; block < horizontal * vertical; block++) {
        const y = row * vertical + Math.floor(block / horizontal);
        const x = column * horizontal + (block % horizontal);
        readBlock.read(part, (y * part.plane.blocksAcross + x) * 64);
      }
    }
  }
}

type Part = {
  plane: Plane;
  dc: Uint16Array | undefined;
  ac: Uint16Array | undefined;
  /** The component's last DC value, which the next one is told against. */
  last: number;
};

/** Reads one block after the other, as the scan's place in a progression asks. */
function blockReader(scan: Scan) {
  const { spectralStart, spectralEnd, high, low, bits } = scan;
  if (spectralStart > spectralEnd || spectralEnd > 63 || low > 13) throw pixelsUnreadable();
  // Blocks that have nothing left of this scan's band, counted ahead.
  let emptyBlocks = 0;

  function read(part: Part, at: number): void {
    const { coefficients } = part.plane;
    if (spectralStart === 0) readDc(part, coefficients, at);
    if (spectralEnd === 0) return;
    if (!part.ac) throw pixelsUnreadable();
    if (high === 0) readBand(part.ac, coefficients, at);
    else refineBand(part.ac, coefficients, at);
  }

  function readDc(part: Part, coefficients: Int32Array, at: number): void {
    if (high > 0) {
      coefficients[at]! |= bits.read(1) << low;
      return;
    }
    if (!part.dc) throw pixelsUnreadable();
    part.last += bits.readSigned(sizeOf(bits.decode(part.dc)));
    coefficients[at] = part.last << low;
  }

  function readBand(ac: Uint16Array, coefficients: Int32Array, at: number): void {
    if (emptyBlocks > 0) {
      emptyBlocks--;
      return;
    }
    for (let place = Math.max(1, spectralStart); place <= spectralEnd; place++) {
      const symbol = bits.decode(ac);
      const [run, size] = [symbol >> 4, symbol & 15];
      if (size === 0 && run < 15) {
        emptyBlocks = (1 << run) - 1 + bits.read(run);
        return;
      }
      place += run;
      if (size === 0) continue;
      if (place > 63) throw pixelsUnreadable();
      coefficients[at + place] = bits.readSigned(size) << low;
    }
  }

  /** One more bit for coefficients that are known, and some new ones between them. */
  function refineBand(ac: Uint16Array, coefficients: Int32Array, at: number): void {
    const unit = 1 << low;
    let place = Math.max(1, spectralStart);
    while (emptyBlocks === 0 && place <= spectralEnd) {
      const symbol = bits.decode(ac);
      const size = symbol & 15;
      let run = symbol >> 4;
      if (size === 0 && run < 15) {
        emptyBlocks = (1 << run) + bits.read(run);
        break;
      }
      const fresh = size === 0 ? 0 : bits.read(1) === 1 ? unit : -unit;
      for (; place <= spectralEnd; place++) {
        if (coefficients[at + place] !== 0) refine(coefficients, at + place, unit);
        else if (run-- === 0) {
          coefficients[at + place] = fresh;
          place++;
          break;
        }
      }
    }
    if (emptyBlocks === 0) return;
    emptyBlocks--;
    for (; place <= spectralEnd; place++) {
      if (coefficients[at + place] !== 0) refine(coefficients, at + place, unit);
    }
  }

  function refine(coefficients: Int32Array, at: number, unit: number): void {
    const value = coefficients[at]!;
    if (bits.read(1) === 1 && (Math.abs(value) & unit) === 0) {
      coefficients[at] = value + Math.sign(value) * unit;
    }
  }

  return { read, restart: () => (emptyBlocks = 0) };
}

function sizeOf(symbol: number): number {
  if (symbol > 16) throw pixelsUnreadable();
  return symbol;
}
