/** Words that may stand inside a finding's name without changing it: "disc [at L4/5 is mildly] bulging". */
const words = new Set(
  `of the a an at in is are was were has have been show shows shown shows showing demonstrate
   demonstrates demonstrated there seen noted appears appear mild mildly moderate moderately severe
   severely marked markedly significant significantly slight slightly minimal minimally small large
   tiny subtle gross advanced early focal diffuse broad based broadbased circumferential asymmetric
   asymmetrical symmetric symmetrical left right bilateral bilaterally unilateral central paracentral
   posterior posteriorly posterolateral anterior anteriorly lateral sided side far extraforaminal
   superior inferior upper lower level segment multilevel intervertebral lumbar cervical thoracic
   lumbosacral thoracolumbar sacral spinal spine body joint type grade degree degree chronic acute old new
   traumatic degeneration congenital secondary primary associated resultant progressive residual
   recurrent contained migrated foraminal canal zone recess subarticular neural neuroforaminal ligamentum
   flavum ligament facet endplate end plate and or both by to resulting causing traversing exiting descending existing nerve ventral dorsal
   thecal its`
    .split(/\s+/)
    .filter(word => word !== ''),
);

const characters = new Set(
  '的之向后前左右侧方双两轻中重度明显稍略微局限弥漫性呈见有并可偏上下缘均为已较继发生型级第节段平面水颈胸腰骶尾椎体间孔管神经根隐窝及和与或伴受压矢状径效并相应',
);

const levelWord = /^(?:[ctdls]?\d{1,2}|th\d{1,2})$/;

/** Level names and numbers count as fillers too, in whatever pieces they come. */
export function isFiller(word: string): boolean {
  return words.has(word) || characters.has(word) || levelWord.test(word);
}
