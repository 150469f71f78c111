import { z } from 'zod';
import { levelSchema, vectorSchema } from '../../../contracts/imaging/index.ts';
import { LEVEL_SIDES } from '../../../spine/index.ts';
import { phantomFindingSchema } from './finding.ts';

const mm = z.number();
export const severitySchema = z.enum(['Normal/Mild', 'Moderate', 'Severe']);
export type Severity = z.output<typeof severitySchema>;
export const sideSchema = z.enum(LEVEL_SIDES);

/** The directions of a body: unit vectors to its left, its back and its head end. */
const axesSchema = z.object({ left: vectorSchema, back: vectorSchema, up: vectorSchema });
export type Axes = z.output<typeof axesSchema>;

const heightsSchema = z.object({ anterior: mm, middle: mm, posterior: mm });

export const sagittalCorners = [
  'anteriorUpper',
  'posteriorUpper',
  'anteriorLower',
  'posteriorLower',
] as const;
export const coronalCorners = ['leftUpper', 'rightUpper', 'leftLower', 'rightLower'] as const;

export const vertebraSchema = z.object({
  level: levelSchema,
  /** Of the body. */
  centreMm: vectorSchema,
  axes: axesSchema,
  widthMm: mm,
  depthMm: mm,
  heightMm: heightsSchema,
  /** Degrees between the two endplates, seen from the side; positive where the front is taller. */
  wedgeDegrees: z.number(),
  /** The corners of the body in its own middle planes, without spurs. */
  sagittal: z.record(z.enum(sagittalCorners), vectorSchema),
  coronal: z.record(z.enum(coronalCorners), vectorSchema),
  collapse: z
    .object({
      kind: z.enum(['wedge', 'biconcave', 'crush']),
      /** Of the height that was, where most is lost. */
      lostPercent: z.number(),
    })
    .nullable(),
  osteophytes: z.array(
    z.object({
      at: z.enum([...sagittalCorners, ...coronalCorners]),
      sizeMm: mm,
      tipMm: vectorSchema,
    }),
  ),
  /** Pedicle screws. */
  screws: z.boolean(),
});
export type Vertebra = z.output<typeof vertebraSchema>;

const openingSchema = z.object({
  severity: severitySchema,
  centreMm: vectorSchema,
  /** How much room there is: height of a foramen's fat, depth of a lateral recess. */
  roomMm: mm,
});

export const discSchema = z.object({
  levels: z.tuple([levelSchema, levelSchema]),
  /** `L4/L5`. */
  name: z.string(),
  centreMm: vectorSchema,
  axes: axesSchema,
  widthMm: mm,
  depthMm: mm,
  heightMm: heightsSchema,
  /** Of the height that it would have. */
  narrowingPercent: z.number(),
  pfirrmann: z.int().min(1).max(5),
  modic: z.int().min(0).max(3),
  /** The endplate above the disc and the one below. */
  endplateChange: z.object({ upper: z.boolean(), lower: z.boolean() }),
  displacement: z
    .object({
      kind: z.enum(['bulge', 'protrusion', 'extrusion']),
      side: sideSchema,
      /** Beyond the posterior edges of the bodies. */
      reachMm: mm,
      tipMm: vectorSchema,
    })
    .nullable(),
  intravertebral: z
    .object({ into: z.enum(['upper', 'lower']), depthMm: mm, pointMm: vectorSchema })
    .nullable(),
  slip: z
    .object({
      /** Of the upper vertebra upon the lower. */
      direction: z.enum(['anterior', 'posterior', 'left', 'right']),
      distanceMm: mm,
      /** Quarters of the lower endplate, as Meyerding counts; for slips to front and back. */
      meyerding: z.int().min(1).max(4).nullable(),
    })
    .nullable(),
  posteriorMarginMm: vectorSchema,
  canal: z.object({
    severity: severitySchema,
    centreMm: vectorSchema,
    /** Of the sac, front to back and side to side. */
    sagittalMm: mm,
    transverseMm: mm,
  }),
  foramina: z.object({ left: openingSchema, right: openingSchema }),
  recesses: z.object({ left: openingSchema, right: openingSchema }),
});
export type Disc = z.output<typeof discSchema>;

export const cervicalCurves = [
  'lordotic',
  'straight',
  'sigmoid type 1',
  'sigmoid type 2',
  'kyphotic',
] as const;
export const variants = ['none', 'L6', 'T13', 'transitional'] as const;
export const regions = ['cervical', 'lumbar', 'whole'] as const;
export type Region = (typeof regions)[number];

/** All that is known of an invented spine. What is rendered is rendered from this alone. */
export const spineSchema = z.object({
  id: z.string(),
  seed: z.int().min(0),
  sex: z.enum(['F', 'M']),
  ageYears: z.int(),
  region: z.enum(regions),
  variant: z.enum(variants),
  /** Standard deviations from a young adult's bone density. */
  tScore: z.number(),
  /** Thickness of the fat under the skin of the back. */
  fatMm: mm,
  /** Vertebrae that its pictures show whole, from the head down; S1 stands for the sacrum. */
  shown: z.array(levelSchema),
  /** All of them, from C1 to S1, so that what is cut by a picture's edge can be drawn. */
  vertebrae: z.array(vertebraSchema),
  discs: z.array(discSchema),
  /** Centres of the fused sacral bodies, S1 first. */
  sacrum: z.object({
    slopeDegrees: z.number(),
    bodies: z.array(
      z.object({
        centreMm: vectorSchema,
        axes: axesSchema,
        widthMm: mm,
        depthMm: mm,
        heightMm: mm,
      }),
    ),
  }),
  /** A pair a thoracic vertebra. */
  ribs: z.array(z.object({ level: levelSchema, lengthMm: mm })),
  /** Of the bony canal, from the head down: one at each vertebra and one at each disc. */
  canal: z.array(
    z.object({
      levels: z.array(levelSchema),
      centreMm: vectorSchema,
      sagittalMm: mm,
      transverseMm: mm,
    }),
  ),
  curves: z.object({
    cervical: z.enum(cervicalCurves),
    /** Between the endplates named, seen from the side; lordosis positive in the neck and loin. */
    cervicalLordosisDegrees: z.number(),
    thoracicKyphosisDegrees: z.number(),
    lumbarLordosisDegrees: z.number(),
    scoliosis: z
      .object({
        cobbDegrees: z.number(),
        upperEnd: levelSchema,
        apex: levelSchema,
        lowerEnd: levelSchema,
        convexTo: z.enum(['left', 'right']),
      })
      .nullable(),
  }),
  /** What a reader of its pictures should say; only of the vertebrae shown. */
  findings: z.array(phantomFindingSchema),
});
export type Spine = z.output<typeof spineSchema>;
