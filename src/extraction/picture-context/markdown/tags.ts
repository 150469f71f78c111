/** Tags that begin a block of their own, as a blank line does. */
const block =
  'p|div|figure|figcaption|table|thead|tbody|tfoot|tr|td|th|caption|li|ul|ol|dl|dt|dd|center|section|article|header|footer|main|aside|h[1-6]|blockquote|details|summary|hr|pre';
const inline =
  'a|abbr|b|big|br|cite|code|em|font|i|img|ins|kbd|label|mark|q|s|small|span|strike|strong|sub|sup|tt|u|var|wbr|input|picture|source|image';

export const blockTag = new RegExp(`<(/?)(${block})(?=[\\s/>])([^<>]{0,1000})>`, 'gi');
export const anyTag = new RegExp(`<(/?)(${block}|${inline})(?:\\s[^<>]{0,4000})?/?>`, 'iy');
export const blockStart = new RegExp(`</?(?:${block}|img)(?=[\\s/>])`, 'iy');
