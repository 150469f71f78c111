export type CaptionStart = { kind: 'figure' | 'table'; label: string };

const english =
  /^(?:(?:supplementary|supplemental|supporting|appendix|extended data)\s+)?(figures?|figs?|tables?|plates?|schemes?|charts?)\s*\.?\s*([a-z]{0,2}\d+(?:[.–-]\d+)*|[ivx]+(?![a-z]))\s*([a-z](?:[–-][a-z])?(?![a-z]))?\s*(.*)$/is;
const chinese =
  /^(附?图|圖|[附续]?表|插图)\s*([0-9０-９]+(?:[-.－–][0-9０-９]+)*|[一二三四五六七八九十]+)\s*([a-zA-Z](?![a-zA-Z]))?\s*(.*)$/s;

/** Whether a text begins as a caption does. A sentence that begins with a mention ("Figure 2 shows",
 *  图1显示) does not. */
export function readsAsCaption(text: string): boolean {
  return captionStart(text) !== undefined;
}

export function captionStart(text: string): CaptionStart | undefined {
  const plain = text.replace(/<\/?su[bp]>|[*\\]/g, '').trim();
  const inEnglish = english.exec(plain);
  if (inEnglish) {
    const [, word = '', number = '', , rest = ''] = inEnglish;
    if (isMention(rest)) return undefined;
    const isTable = /^tab/i.test(word);
    return {
      kind: isTable ? 'table' : 'figure',
      label: `${isTable ? 'Table' : 'Figure'} ${number.replace('–', '-')}`,
    };
  }
  const inChinese = chinese.exec(plain);
  if (!inChinese) return undefined;
  const [, word = '', number = '', , rest = ''] = inChinese;
  if (/^(所?示|显示|中|可见|为|是|和|与|、|，|,|）|\)|至|及|[-–~～])/.test(rest)) return undefined;
  return {
    kind: word.includes('表') ? 'table' : 'figure',
    label: `${word.includes('表') ? '表' : '图'}${number.normalize('NFKC').replace('–', '-')}`,
  };
}

/** After the number a caption has a stop, or begins its own sentence. */
function isMention(rest: string): boolean {
  if (/^[,;)\]]/.test(rest)) return true;
  return /^(\p{Ll}[\p{Ll}’'-]*)/u.test(rest);
}
