const all =
  /(?:^|[.。!;:\n]\s?|,\s?(?=so|therefore|thus|hence|因此|所以|故))(?:(?:so|therefore|thus|hence|overall|因此|所以|故|综上|综上所述|本题|答案),?\s?)?(?:all (?:of )?(?:(?:the|these|those|them|above|listed|given|two|three|four|five|six|seven|eight) ){0,3}(?:above|options?|choices|answers|statements|items|them)? ?(?:(?:are|is|should be|can be|do|clearly) ){0,2}(?:apply|correct|true|right|applicable|accurate|selected|chosen|valid)|all of (?:the above|them|these|those|the (?:above )?(?:options|choices|answers|statements))|(?:every|each) (?:option|choice|statement|answer|one) (?:applies|is (?:correct|true|right))|(?:以上)?(?:选项)?(?:全部?(?:都|应|要)?选|(?<![^。\n!])[都均]选|(?:全部?|都|均|皆)(?:是)?(?:正确|对|符合|成立))的?|(?:以上)?(?:各项|选项|所有选项|[三四五六]项|[三四五六]个选项)(?:全部?|都|均|皆)(?:是)?(?:正确|对|符合|成立|应?选))(?: here| in this (?:case|patient))?\s?[.。!\s]*$/i;

/** Whether a response ends on `All of the options apply`, 全选. */
export const takesAll = (text: string): boolean => all.test(text.slice(-160));
