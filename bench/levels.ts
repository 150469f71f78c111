/**
 * Claim: the level reader passes at least 50 MB of clinical text a second on one core, and hostile text
 * costs it no more per character as it grows. Prints MB/s (UTF-8 bytes) and, for each hostile pattern,
 * the time for four times the text over the time for the text: 4 is linear.
 */
import { readLevels } from '../src/spine/levels/index.ts';

const ENGLISH_REPORT = `MRI of the lumbar spine without contrast. Clinical history: low back pain radiating to the left leg for six weeks.
Sagittal T1- and T2-weighted images and axial T2 images were obtained. Alignment is preserved apart from grade 1 anterolisthesis of L4 on L5. Marrow signal is normal; there is a small hemangioma in the L2 vertebral body. The conus ends at L1.
L1-L2: Normal disc height and hydration. No stenosis.
L3-L4: Mild disc bulge and facet arthropathy without nerve root contact.
L4-L5: Left paracentral protrusion with an annular fissure, narrowing the left lateral recess and displacing the traversing L5 nerve root. Moderate bilateral foraminal stenosis.
L5-S1: Disc desiccation with a shallow central protrusion; the S1 nerve roots are not displaced.
Impression: 1. Left paracentral disc protrusion at L4-L5 with contact to the left L5 root. 2. Degenerative spondylolisthesis at L4-L5.
`;

const ENGLISH_PAPER = `Adult spinal deformity is a common cause of disability in older people, and the number of operations has grown over the past two decades. We reviewed the records of consecutive patients who were treated at our centre between 2010 and 2019 and had at least two years of follow-up. Demographic data, comorbidities, and the details of each operation were taken from the hospital's records by two authors who took no part in the treatment. Most patients had an instrumented fusion from T10 to the pelvis; a pedicle subtraction osteotomy at L3 was added where the mismatch between pelvic incidence and lumbar lordosis was larger than thirty degrees. Standing radiographs were measured before the operation, six weeks after it, and at the last visit. The inter-observer agreement was good for all angles. Health-related quality of life was recorded with questionnaires that have been validated in this population. Differences between groups were tested with a mixed model that has the surgeon as a random effect, and the level of significance was set at five percent. Screw loosening was most frequent at S1, and proximal junctional failure occurred at T9 or T10 in eleven patients, of whom four needed another operation.
`;

const CHINESE_REPORT = `检查所见：腰椎生理曲度变直，各椎体边缘骨质增生，L4椎体轻度向前滑脱。腰3/4、4/5及腰5/骶1椎间盘T2WI信号减低，L4/5椎间盘向左后方突出，相应水平硬膜囊受压，左侧侧隐窝狭窄，左侧L5神经根受压移位。L5/S1椎间盘中央型突出，双侧椎间孔未见明显狭窄。胸12椎体楔形变，T1WI呈低信号，T2WI及压脂像呈高信号，考虑新鲜压缩性骨折。脊髓圆锥位于腰1水平，信号未见异常。
诊断意见：1、L4/5椎间盘突出（左旁中央型），左侧L5神经根受压；2、L5/S1椎间盘突出；3、胸12椎体压缩性骨折；4、腰椎退行性变。建议结合临床，必要时进一步检查。患者自述三个月前无明显诱因出现腰部疼痛，休息后可缓解，近一周症状加重并伴有左下肢放射痛，无大小便功能障碍，遂来我院就诊。
`;

const PASS_BYTES = 50_000;
const PASSES_SECONDS = 3;
const HOSTILE_LENGTH = 1 << 18;

const realistic: Record<string, string> = {
  'English reports': ENGLISH_REPORT,
  'English prose': ENGLISH_PAPER,
  'Chinese reports': CHINESE_REPORT,
  mixed: ENGLISH_REPORT + CHINESE_REPORT + ENGLISH_PAPER,
};

const hostile = [
  'L1-',
  'L4/',
  'T',
  'L',
  '第',
  '第一、',
  '9',
  '-',
  ' ',
  '腰',
  '腰四',
  'L4 ',
  'L4、',
  'L4,5,',
  '4/5 ',
  'L4 left ',
  '左L4',
  'L4 to ',
  'fourth and ',
  'lumbar ',
  'atlas ',
  'L$_{',
  'T1 and ',
  'S1 ',
  'L4.',
  '\n',
];

/** A flat string, as read from a file: repeat() leaves a tree of parts that the first reader pays for. */
function fill(unit: string, length: number): string {
  const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** The fastest of many short passes: what one core does while nothing else takes its time. */
function bestMilliseconds(text: string): number {
  let best = Number.POSITIVE_INFINITY;
  const end = performance.now() + PASSES_SECONDS * 1000;
  while (performance.now() < end) {
    const start = performance.now();
    readLevels(text);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** The clock of the processor's time is coarse: passes are repeated until this much is spent. */
const CPU_MILLISECONDS = 100;

/** Mean time on the processor: long passes share a busy machine with others, and would measure those too. */
function cpuMilliseconds(text: string): number {
  readLevels(text);
  const before = process.threadCpuUsage();
  for (let passes = 1; ; passes++) {
    readLevels(text);
    const { user, system } = process.threadCpuUsage(before);
    const spent = (user + system) / 1000;
    if (spent >= CPU_MILLISECONDS) return spent / passes;
  }
}

function megabytesPerSecond(unit: string): number {
  const repeats = Math.ceil(PASS_BYTES / Buffer.byteLength(unit));
  const text = fill(unit, unit.length * repeats);
  return Buffer.byteLength(text) / 1000 / bestMilliseconds(text);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

for (const [name, unit] of Object.entries(realistic)) {
  const bytesPerMention = Buffer.byteLength(unit) / readLevels(unit).length;
  print(
    `${name}: ${megabytesPerSecond(unit).toFixed(0)} MB/s on one core (claim: at least 50); a level every ${bytesPerMention.toFixed(0)} bytes`,
  );
}
let worst = 0;
for (const unit of hostile) {
  const small = cpuMilliseconds(fill(unit, HOSTILE_LENGTH));
  const large = cpuMilliseconds(fill(unit, HOSTILE_LENGTH * 4));
  const ratio = large / small;
  worst = Math.max(worst, ratio);
  print(
    `${JSON.stringify(unit)} over and over: ${large.toFixed(1)} ms a million characters, ${ratio.toFixed(1)} times the time for 4 times the text`,
  );
}
print(`worst: ${worst.toFixed(1)} times the time for 4 times the text (linear: 4)`);
