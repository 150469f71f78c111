/** Verbs that speak of a picture taken from elsewhere. Bodies are modified by surgery, pain is
 *  reproduced with flexion and biopsies are taken from vertebrae, so the word after them counts. */
const taken =
  /\b(?:re-?printed|re-?produced|adapted|re-?published|re-?drawn|re-?used|modified|borrowed|excerpted)\s+(?:and\s+\w+\s+)?(?:here\s+)?from\b|\b(?:adapted|re-?drawn)\s+after\b|\btaken\s+from\s+(?:[^.]{0,40}\bet al\b|ref|\[|\()/i;
const granted =
  /\b(?:with|by)\s+(?:the\s+)?(?:kind\s+|prior\s+|written\s+|express\s+|full\s+)*(?:permissions?|courtesy|consent)\b|\b(?:permission|licen[cs]e)\s+(?:was\s+|has\s+been\s+)?(?:granted|obtained|from)\b|\bcourtesy\s+of\b|\bused\s+(?:with|by)\s+permission/i;
const owned = /(?:©|\(c\)\s*(?=(?:19|20)\d\d)|\bcopyright\b|\ball rights reserved\b)/i;
const chinese = /(?:转载|引自|摘自|改编自|修改自|版权|授权|许可(?:使用|转载|复制)|经.{0,20}许可)/;

/** Consent of the person in the picture is another matter. */
const ofPatient =
  /\b(?:permissions?|consent)\b.{0,60}\b(?:patients?|parents?|family|guardians?|participants?|volunteers?|subjects?|relatives?|next of kin)\b|\b(?:patients?|parents?|participants?|volunteers?|subjects?)(?:['’]s?)?\s.{0,40}\b(?:permission|consent)\b|(?:患者|家属|本人).{0,12}(?:许可|同意|授权)/i;
const modifiedMeasure =
  /\bmodified\s+(?:after|from)\s+(?:the\s+)?(?:classification|score|scale|grading)\b/i;

/** The sentences of a text about a figure that say it is somebody else's, or null. */
export function permissionWording(text: string): string | null {
  const found = sentencesOf(text).filter(speaksOfOwner);
  return found.length > 0 ? found.join(' ') : null;
}

function speaksOfOwner(sentence: string): boolean {
  if (ofPatient.test(sentence) && !owned.test(sentence) && !taken.test(sentence)) return false;
  if (modifiedMeasure.test(sentence)) return false;
  return [taken, granted, owned, chinese].some(wording => wording.test(sentence));
}

const sentenceEnd =
  /(?<=[.;!?)])(?<!\b(?:al|Dr|Prof|Figs?|No|vol|vs|refs?|[A-Z])\.)\s+(?=[\p{Lu}\p{Lo}("“©]|image)|(?<=[。；！？])/u;

/** Longer ones than any caption has are looked at in pieces, so that no wording takes long. */
function sentencesOf(text: string): string[] {
  return text
    .split(sentenceEnd)
    .flatMap(sentence => sentence.match(/.{1,2000}/gsu) ?? [])
    .map(sentence => sentence.trim())
    .filter(Boolean);
}
