const refusal =
  /\b(?:I|we|as an ai[^.\n]{0,40})(?:'m| am| are)? ?(?:cannot|can't|can not|could not|couldn't|won't|unable|not able|do not know|don't know|not (?:qualified|sure|certain))\b|\b(?:cannot|can't|can not) be (?:determined|answered|concluded)|\b(?:insufficient|not enough|more) (?:information|context|data)|\b(?:do not|don't) know\b|无法|不能(?:回答|判断|确定|提供|给出|作答)|难以(?:判断|确定|抉择|选择)|不知道|不确定|信息不足|抱歉/i;
const takenBack =
  /(?:\b(?:wait|no|hmm+|hold on|actually|oh|sorry|oops)[,.!…:; —-]{1,4}(?:(?:that|this|it)(?: is|'s| was| seems| can't be| cannot be)(?: clearly| actually)? (?:wrong|incorrect|not (?:right|correct)|a mistake|an error|right)\b)|\bmy (?:answer|choice) (?:is|was) (?:wrong|incorrect)\b|\b(?:the|this|that)(?: (?:obvious|above|previous|first|tempting))? answer (?:is|was) (?:wrong|incorrect)\b|\bI (?:was wrong|made (?:a mistake|an error)|take that back)\b|\bI (?:\w+ )?doubt (?:it|that|this)\b|没有?把握|\bscratch that\b|\blet me (?:re-?think|reconsider|think again|start over|re-?do)\b|(?:^|[。.,;!?\n…]\s?)不对[,。:!]|我(?:错了|弄错|搞错)|(?:以上|上述|刚才的?)(?:答案|选择)(?:有误|错)|让我重新|重新(?:想|考虑|思考))/i;

export const refuses = (text: string): boolean => refusal.test(text);

/** Whether the text behind an answer says that the answer was wrong. */
export const takesBack = (text: string, from: number): boolean => takenBack.test(text.slice(from));
