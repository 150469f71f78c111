export const pageStyle = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b2430; --soft: #5d6b7c; --line: #dfe5ec; --fill: #f5f8fb; --accent: #1f6feb; --good: #1a7f4b; --bad: #b3261e; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1180px; padding: 24px 28px 80px; font: 15px/1.55 system-ui, "Noto Sans", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: var(--ink); background: var(--paper); }
html[data-language=en] span[lang=zh], html[data-language=zh] span[lang=en] { display: none; }
h1 { font-size: 26px; margin: 0 0 4px; } h2 { font-size: 19px; margin: 40px 0 10px; border-bottom: 1px solid var(--line); padding-bottom: 6px; } h3 { font-size: 15px; margin: 18px 0 6px; }
p.note, .soft { color: var(--soft); } .note { margin: 6px 0; }
header { display: flex; justify-content: space-between; align-items: flex-start; gap: 20px; }
table { border-collapse: collapse; margin: 10px 0; } th, td { padding: 5px 10px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; } th { font-weight: 600; background: var(--fill); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.scroll { overflow-x: auto; max-width: 100%; }
.scroll { background: linear-gradient(to right, var(--paper) 30%, transparent), linear-gradient(to left, var(--paper) 30%, transparent) right, linear-gradient(to right, #8894a399, transparent), linear-gradient(to left, #8894a399, transparent) right; background-size: 40px 100%, 40px 100%, 14px 100%, 14px 100%; background-repeat: no-repeat; background-attachment: local, local, scroll, scroll; }
.badge { display: inline-block; font-size: 12px; border-radius: 10px; padding: 0 8px; background: #fff3d6; color: #6b4a00; margin-left: 6px; white-space: nowrap; }
.printed td { color: var(--soft); background: var(--fill); } .mark { color: var(--bad); font-weight: 600; }
.figures { display: flex; flex-wrap: wrap; gap: 24px; align-items: flex-start; } figure { margin: 0; } figcaption { color: var(--soft); font-size: 13px; }
svg { max-width: 100%; height: auto; }
.heat td { text-align: center; font-variant-numeric: tabular-nums; min-width: 44px; border: 1px solid var(--paper); }
details { border: 1px solid var(--line); border-radius: 8px; margin: 8px 0; padding: 6px 12px; } summary { cursor: pointer; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--fill); padding: 10px; border-radius: 6px; max-height: 420px; overflow: auto; font: 13px/1.5 ui-monospace, monospace; }
.right { color: var(--good); } .wrong { color: var(--bad); } .pictures { display: flex; flex-wrap: wrap; gap: 8px; } .pictures img { height: auto; max-width: 100%; border-radius: 4px; background: #000; }
.controls { position: sticky; top: 0; background: var(--paper); padding: 8px 0; display: flex; gap: 10px; flex-wrap: wrap; z-index: 1; } button, select, input { font: inherit; padding: 4px 10px; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); color: inherit; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14181d; --ink: #e3e8ee; --soft: #9aa7b6; --line: #2c3540; --fill: #1b2129; --accent: #6ea8ff; --good: #57c98a; --bad: #ff8a80; }
  figure > svg { background: #f5f8fb; border-radius: 8px; }
}
@media print { .controls, button { display: none; } }
`;
