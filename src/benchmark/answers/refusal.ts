const refusal =
  /\b(?:I|we|as an ai[^.\n]{0,40})(?:'m| am| are)? ?(?:cannot|can't|can not|could not|couldn't|won't|unable|not able|do not know|don't know|not (?:qualified|sure|certain))\b|\b(?:cannot|can't|can not) be (?:determined|answered|concluded)|\b(?:insufficient|not enough|more) (?:information|context|data)|\b(?:do not|don't) know\b|无法|不能(?:回答|判断|确定|提供|给出|作答)|难以(?:判断|确定|抉择|选择)|不知道|不确定|信息不足|抱歉/i;
const takenBack =
  /(?:\b(?:that|this|which|it|my (?:answer|choice))(?: is|'s| was| seems)(?: clearly| actually)? (?:wrong|incorrect|not (?:right|correct)|a mistake|an error)\b|\bthat can't be right\b|\bI (?:was wrong|made (?:a mistake|an error)|take that back)\b|\bscratch that\b|\blet me (?:re-?think|reconsider|think again|start over|re-?do)\b|不对[,。:]|我(?:错了|弄错|搞错)|(?:有误|错了)[,。]|让我重新|重新(?:想|考虑|思考|分析))/i;

export const refuses = (text: string): boolean => refusal.test(text);

/** Whether the text behind an answer says that the answer was wrong. */
export const takesBack = (text: string, from: number): boolean => takenBack.test(text.slice(from));
