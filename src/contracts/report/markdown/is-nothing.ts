const none =
  /^(?:none(?: (?:identified|noted|reported|stated|known|found|applicable|seen|present|required))?|nil|n ?\/ ?a|not applicable|[-–—―‐−]{1,3}|[/／]|无|暂无|没有|不适用|无特殊)$/;

const unstated =
  /^(?:not (?:stated|provided|available|mentioned|specified|given|reported|assessed|done|performed)|unknown|unspecified|to be determined|tbd|未提供|未提及|未说明|未知|待定|不详|未评估|未检查|未行)$/;

/** What raw Markdown says where it says that there is nothing: `none`, or `unstated`. */
export function readNothing(raw: string): 'none' | 'unstated' | null {
  if (raw.length > 60) return null;
  const bare = raw
    .replace(/[*_`~]/g, '')
    .trim()
    .replace(/^[（([]([^()（）[\]]*)[)）\]]$/, '$1')
    .replace(/[.。!；;,，]+$/, '')
    .trim()
    .toLowerCase();
  if (bare === '' || unstated.test(bare)) return 'unstated';
  return none.test(bare) ? 'none' : null;
}
