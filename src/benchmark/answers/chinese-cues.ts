import { type Cue, cuePattern, raw } from './cue.ts';

const manner = raw`(?:应该|应当|理应|应|显然|显而易见|当然|自然|一定|肯定|毫无疑问|明确|就|只能|可以|必须|必然|最终|只|仍然?|即|便|明显|无疑|确实|才|可能|或许|也许|似乎|大概|很|其实|实际上|都?|分别)`;
const denied = raw`(?<denied>(?:并|肯定|绝对?|应|应该|可能|会|能)?(?:不(?:应该?|可能|会|能)?(?:是|为|选)|非))?`;
const link = raw`(?:\s?${manner}{0,3}(?:是|为|定为|定在|锁定为?|选择|选(?!项)|有|填|:|=|->|→)){0,3}`;
const items = raw`\s{0,2}(?:-\s)?(?:选项|答案|字母|的是|了|出)?[:\s]{0,3}(?:\d{1,2}[.)、](?!\d)\s?)?`;

export const chineseCues: Cue[] = [
  {
    pattern: cuePattern(
      raw`(?:答案|(?<=最终|最后|正确|最佳|最合适|最恰当|最准确|合适|我|推荐|所选|错误|干扰|的)(?:选项|选择|结论))`,
      raw`\]?`,
      denied,
      link,
      items,
    ),
    strength: 'strong',
    takes: 'either',
    unless:
      /(?:错误?|不(?:正确|对|合适|恰当|符合)|有误|其[他它余]|干扰|剩[余下]|原来|之前|最初|他们|有人)的?$/,
  },
  {
    pattern: cuePattern(
      raw`(?:(?<![^\n])(?:答|解答|回答|结论|选项选择|结果|选择)|我的(?:回答|判断|看法|结论))\s?`,
      raw`(?::|是|为)`,
      items,
    ),
    strength: 'strong',
    takes: 'either',
  },
  {
    pattern: cuePattern(
      raw`(?<quality>(?:不|非|错误|有误)?)(?:最|正确|符合|合适|恰当|首选|应首先|诊断|节段)[^,。:;!?\n]{0,16}?`,
      raw`(?:(?<denied>不是|并非)|是|为|有|:)`,
      items,
    ),
    strength: 'strong',
    takes: 'letters',
  },
  {
    pattern: cuePattern(
      raw`(?<quality>(?:不|非|错误|排除|鉴别)?)(?:最|正确|符合|首选|诊断|病变|节段|部位|考虑|应行|处理|治疗)[^,。:;!?\n]{0,16}?`,
      raw`(?:(?<denied>不是|并非|不考虑)|(?:应)?(?:是|为|于|在)|:)`,
    ),
    strength: 'weak',
    takes: 'text',
  },
  {
    pattern: cuePattern(
      raw`(?<quality>(?:不|除外)?)(?:首选|优先选择?|考虑|应行|应诊断|建议行|符合|提示|支持)\s?`,
    ),
    strength: 'weak',
    takes: 'text',
  },
  {
    pattern: cuePattern(
      raw`(?:选择|选定|选取|勾选|选(?!项)|倾向于?|锁定|认定|推荐|建议|采取|采用)(?:的(?:答案|选项)?(?:是|为)|为|出|:|择)?`,
      items,
    ),
    strength: 'strong',
    takes: 'letters',
    unless:
      /(?:[误错]|(?:有人|有些人|多人|少人|考生|同学|学生|容易|易|原本|原先|原来|起初|最初|本来|曾)[^A-Z]{0,6})$/,
    deniedBy:
      /(?:[不未没别勿非]|无法|难以|没有|不予)(?:能够?|可以?|应该?|应当|宜|会|要|建议|考虑|再|想|必|敢|直接|轻易){0,2}$/,
  },
  {
    pattern: cuePattern(
      raw`(?<![^\n,。.;!?])\s?(?:综上(?:所述)?|因此|所以|故|总之|由此可见|可见|即|∴)[,:\s]{0,2}(?:应?为|应?是)?\s?(?:选项)?\s?`,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    pattern: cuePattern(
      raw`(?:觉得|认为|判断|猜|大概|估计|多半|(?<![^\n])选项)(?:应该|应|就|大概|可能)?(?:是|为)(?:选项)?\s?`,
    ),
    strength: 'strong',
    takes: 'closed',
    deniedBy: /(?:[不未没别]|不[太会能敢])$/,
  },
  {
    pattern: cuePattern(
      raw`(?:如果|若|如|假如)?(?:我)?(?:必须|非要|硬要|一定要|不得不|只能|只好)(?:选|作答|回答|猜|决定|判断)[^。,:;\n]{0,6}[:,]\s?(?:那?就?选项?|那就是)?\s?`,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    pattern: cuePattern(
      raw`(?<![^\n,。.;!?…])\s?(?:不{1,3}|哦不|不对|不是|错了|说错了?|抱歉|对不起|口误)[,。.!…\s]{1,3}(?:我(?:是说|是指|指的?是|想说的?是|要说的?是))?(?:应该?|其实)?(?:是|为|选)?(?:选项)?\s?`,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    pattern: cuePattern(raw`非(?=(?:选项)?\s?[A-Z]\s?莫属)`),
    strength: 'strong',
    takes: 'letters',
  },
  {
    pattern: cuePattern(
      raw`(?<![^\n。.;!?])\s?(?:只能|必然|肯定|一定|显然|应当|应该)?是(?:选项)?\s?`,
    ),
    strength: 'strong',
    takes: 'closed',
  },
  {
    pattern: cuePattern(
      raw`(?<![^\n,。.;!?])\s?(?:综上(?:所述)?|因此|所以|故|总之|由此可见)[,:\s]{0,2}`,
    ),
    strength: 'weak',
    takes: 'text',
  },
  {
    pattern: cuePattern(
      raw`(?:(?:更正|修正|修改|订正|改)(?:为|成|选)?|应该是|应是|应为|而是|其实是|(?<!不是[^。;\n]{1,8})就是|只?剩下?|只有|剩下的?只?(?:是|有)|(?:对|没错|是的),是)[,:\s]{0,2}(?:选项)?\s?`,
    ),
    strength: 'strong',
    takes: 'closed',
    deniedBy: /(?:没有?(?:理由|必要)|不[必用要应该能会需可]{0,2}|无[需须]|别|未)再?$/,
  },
  {
    pattern: cuePattern(raw`(?<!选项|不|错误)(?:包括|包含|(?<=\p{Script=Han})(?:有|:|为))\s?`),
    strength: 'weak',
    takes: 'list',
    unless: /(?:错误|不正确|不|选项|排除)[^A-Z]{0,6}$/,
  },
  {
    pattern: cuePattern(
      raw`(?:(?:吻合的?是?|对应(?:的?(?:是|为))?|符合|指向|支持|即|也就是)(?:选项|答案)?|与(?:选项|答案))\s?(?=[A-Z(\[])`,
    ),
    strength: 'weak',
    takes: 'closed',
    deniedBy: /(?:没有?|无|缺[乏少]|不|未|难以?)[^,。;:\n]{0,6}$/,
  },
];
