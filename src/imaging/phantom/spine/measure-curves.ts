import type { Vector } from '../../../contracts/imaging/index.ts';
import type { Level } from '../../../spine/index.ts';
import type { CasePlan } from '../plan/case-plan.ts';
import type { Spine, Vertebra } from '../truth/spine.ts';

/** From the corners as they came to lie, as a reader would draw the lines. */
export function measureCurves(plan: CasePlan, vertebrae: readonly Vertebra[]): Spine['curves'] {
  const at = (level: Level) => vertebrae.find(vertebra => vertebra.level === level)!;
  const { scoliosis, cervical } = plan;
  const sagittal = (
    upper: Level,
    upperPlate: 'Upper' | 'Lower',
    lower: Level,
    lowerPlate: 'Upper' | 'Lower',
  ) => tiltFromSide(at(lower), lowerPlate) - tiltFromSide(at(upper), upperPlate);
  return {
    cervical,
    cervicalLordosisDegrees: sagittal('C2', 'Lower', 'C7', 'Lower'),
    thoracicKyphosisDegrees: -sagittal(
      'T4',
      'Upper',
      plan.variant === 'T13' ? 'T13' : 'T12',
      'Lower',
    ),
    lumbarLordosisDegrees: sagittal('L1', 'Upper', 'S1', 'Upper'),
    scoliosis: scoliosis && {
      ...scoliosis,
      cobbDegrees: Math.abs(
        tiltFromFront(at(scoliosis.upperEnd), 'Upper') -
          tiltFromFront(at(scoliosis.lowerEnd), 'Lower'),
      ),
    },
  };
}

const degrees = (rise: number, run: number) => (Math.atan2(rise, run) * 180) / Math.PI;

/** How far an endplate slopes down to the front. */
function tiltFromSide({ sagittal }: Vertebra, plate: 'Upper' | 'Lower'): number {
  const [front, back] = [sagittal[`anterior${plate}`], sagittal[`posterior${plate}`]];
  return degrees(back[2] - front[2], back[1] - front[1]);
}

function tiltFromFront({ coronal }: Vertebra, plate: 'Upper' | 'Lower'): number {
  const [left, right]: Vector[] = [coronal[`left${plate}`], coronal[`right${plate}`]];
  return degrees(left![2] - right![2], left![0] - right![0]);
}
