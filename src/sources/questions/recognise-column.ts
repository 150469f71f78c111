import { canonical } from '../../identity/index.ts';

export type Column =
  | { role: 'number' | 'stem' | 'options' | 'answer' | 'explanation' | 'picture' }
  | { role: 'option'; label: string };

/** Names of columns as banks have them, folded: without spaces, signs and case. */
const names: Record<Exclude<Column['role'], 'option'>, RegExp> = {
  number: /^(题号|序号|编号|题目编号|试题编号|id|qid|questionid|no|number|item|index|#)$/,
  stem: /^(题干|题目|试题|问题|题面|题目内容|试题内容|题干内容|问题描述|题目描述|question|questions|questiontext|questionstem|stem|prompt|itemstem)$/,
  options:
    /^(选项|选择项|备选项|备选答案|答案选项|选项内容|全部选项|options?|choices?|alternatives|answeroptions)$/,
  answer:
    /^(答案|正确答案|标准答案|参考答案|正确选项|正确项|answers?|correct|correctanswers?|correctoptions?|correctchoice|rightanswer|key|answerkey|answeridx|cop)$/,
  explanation:
    /^(解析|答案解析|试题解析|题目解析|解释|详解|答案详解|解答|分析|explanations?|rationale|exp|analysis|feedback|solution)$/,
  picture:
    /^(图|图片|配图|附图|插图|题图|图片路径|图片名称|图像|影像|images?|imagepath|imagefile|pictures?|figures?|img)$/,
};

const optionName =
  /^(?:(?:选项|备选项|备选答案|选择项|答案选项|答案|option|choice|opt|op|ans|answer)(?=.))?([a-h]|[1-8]|[一二三四五六])$/;
const chineseDigits = '一二三四五六';

/** What a column holds, by its name in English or Chinese, or in both (`答案 Answer`). */
export function recogniseColumn(header: string): Column | undefined {
  const whole = recogniseName(header);
  if (whole) return whole;
  const parts = header.split(/[\s/／|()（）]+/).filter(part => part.length > 1);
  const [first, ...others] = parts.map(recogniseName);
  const agree = others.every(other => other && canonical(other) === canonical(first));
  return others.length > 0 && agree ? first : undefined;
}

function recogniseName(header: string): Column | undefined {
  const name = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\((必填|选填|required|optional)\)/g, '')
    .replace(/[\s*_:.\-·【】[\]()"']/g, '');
  for (const [role, pattern] of Object.entries(names))
    if (pattern.test(name)) return { role: role as keyof typeof names };
  const option = optionName.exec(name)?.[1];
  // A bare figure or numeral over a column may count anything.
  if (!option || (name === option && !/[a-h]/.test(option))) return undefined;
  const chinese = chineseDigits.indexOf(option);
  return { role: 'option', label: chinese < 0 ? option.toUpperCase() : String(chinese + 1) };
}
