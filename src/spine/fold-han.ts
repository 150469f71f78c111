// Traditional and variant characters of the field's names, each with its simplified form.
const pairs =
  '診诊斷断療疗議议風风險险預预後后術术聲声責责據据與与處处結结構构學学現现發发見见檢检醫医師师應应間间盤盘側侧彎弯節节壓压頸颈顯显問问題题項项級级數数測测復复導导釋释總总論论說说選选擇择薦荐護护確确當当狀状關关聯联對对鑒鉴鑑鉴別别實实驗验證证類类種种體体質质脫脱創创傷伤腫肿併并無无徵征癥症組组織织線线攝摄電电腦脑層层經经損损縮缩顱颅韌韧帶带鈣钙強强滲渗異异變变寬宽徑径長长個个從从來来續续覽览門门進进達达邊边運运動动過过還还這这連连遠远適适錄录鎖锁開开閉闭隨随離离雙双單单歲岁壞坏慣惯態态條条標标樣样機机權权殘残殺杀氣气決决淺浅溫温滅灭灣湾點点為为獨独環环產产畫画癒愈盡尽監监禮礼稱称穩稳築筑籤签糾纠紀纪約约純纯終终給给絡络統统絕绝維维緊紧緩缓編编練练縱纵績绩繼继罰罚義义習习聽听肅肃膚肤臨临舉举藥药虛虚蟲虫衛卫補补裝装製制複复規规視视親亲覺觉觀观計计訂订訊讯討讨訓训記记設设許许訴诉詞词評评詢询試试話话該该詳详認认語语誤误誰谁調调談谈請请諒谅諾诺謀谋識识譜谱譯译讀读讓让豐丰負负財财費费資资賴赖輕轻輔辅輸输轉转辦办農农逕迳遞递遲迟針针鈍钝銜衔錯错鏡镜鐵铁閱阅陰阴陳陈陽阳隊队階阶際际隱隐難难靜静頁页頂顶順顺須须頭头額额顧顾飲饮養养餘余駐驻驚惊髒脏麗丽齊齐齒齿';

const simplified = new Map<string, string>();
for (let at = 0; at < pairs.length; at += 2) simplified.set(pairs[at]!, pairs[at + 1]!);

/** Names in traditional characters in the form in which the taxonomies hold them. */
export function foldHan(text: string): string {
  return text.replace(/\p{Script=Han}/gu, char => simplified.get(char) ?? char);
}
