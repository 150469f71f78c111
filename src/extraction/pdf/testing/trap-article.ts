/** An article whose layout has what leads readers astray: a title across both columns, hyphens, a
 *  drawing without a picture file, notes at the foot, a boxed aside, raised and lowered letters, a
 *  table without lines between its columns, and text up the margin. */
export function trapArticle(): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>
    @page { size: A4 }
    body { font: 9.5pt/1.35 'Open Sans', 'DejaVu Sans', sans-serif; margin: 0 }
    h1 { font-size: 19pt; margin: 0 0 3mm } h2 { font-size: 12pt; margin: 3mm 0 1mm; text-align: left }
    .authors { margin-bottom: 4mm } .abstract { margin: 0 0 4mm }
    .columns { column-count: 2; column-gap: 6mm; text-align: justify }
    p { margin: 0; text-indent: 4mm } h2 + p, .flush { text-indent: 0 }
    .caption { font-size: 8pt; text-indent: 0; margin: 1mm 0 4mm; break-before: avoid }
    figure { margin: 3mm 0; break-inside: avoid } svg { width: 100%; display: block }
    .box { background: #e8eef4; padding: 2mm 3mm; margin: 3mm 0; break-inside: avoid } .box p { text-indent: 0 }
    table { border-top: 1pt solid #000; border-bottom: 1pt solid #000; border-collapse: collapse; width: 100%; font-size: 8pt; text-align: left }
    th { border-bottom: 0.6pt solid #000 } td, th { padding: 0.6mm 3mm 0.6mm 0; vertical-align: top }
    .note { font-size: 7.5pt; text-indent: 0; border-top: 0.5pt solid #000; margin-top: 3mm; padding-top: 1mm }
    .margin { position: fixed; left: -12mm; top: 120mm; transform: rotate(-90deg); font-size: 8pt }
    sup, sub { font-size: 65%; line-height: 0 }
  </style><body>
  <div class="margin">Preprint of a made-up journal</div>
  <h1>Outcome of a made-up operation on the thoracolumbar junction</h1>
  <div class="authors">A. Author<sup>1</sup> and B. Writer<sup>2</sup></div>
  <p class="abstract flush">Nothing in this article was measured. It was written so that software that reads articles can be tried on a text that runs over the full width of the page before two columns begin.</p>
  <div class="columns">
  <h2>Introduction</h2>
  <p>The thoraco&shy;lumbar junc&shy;tion car&shy;ries the tran&shy;sition from the stiff tho&shy;racic to the mo&shy;bile lum&shy;bar spine. In&shy;juries are com&shy;mon there, and a burst frac&shy;ture of L1 is the usual ex&shy;am&shy;ple of a well-known injury that is treated in more than one way.<sup>1,2</sup></p>
  <p>A second para&shy;graph begins with an indent and not with a gap. It cites Figure 1 and speaks of CO<sub>2</sub> and of an area of 75 mm<sup>2</sup>, so that raised and lowered letters come up as well as the words beside them.</p>
  <h2>Methods</h2>
  <p>Twelve invented patients were assigned to one of two invented groups. Follow-up was one year. The kyphotic angle was measured on standing radio&shy;graphs by two readers who did not know each other, and the mean of both was used wherever they differed by less than five degrees.</p>
  <figure><svg viewBox="0 0 300 170" font-family="sans-serif" font-size="10">
    <line x1="40" y1="10" x2="40" y2="140" stroke="#000"/><line x1="40" y1="140" x2="290" y2="140" stroke="#000"/>
    <polyline points="40,120 90,90 140,100 190,60 240,50 290,30" fill="none" stroke="#c33" stroke-width="2"/>
    <polyline points="40,125 90,115 140,110 190,95 240,90 290,80" fill="none" stroke="#36c" stroke-width="2"/>
    <circle cx="90" cy="90" r="4" fill="#c33"/><circle cx="190" cy="60" r="4" fill="#c33"/><circle cx="140" cy="110" r="4" fill="#36c"/>
    <text x="35" y="155">0</text><text x="160" y="155">6</text><text x="280" y="155">12</text><text x="120" y="168">months</text>
    <text transform="translate(15 100) rotate(-90)">kyphosis (degrees)</text></svg>
  <div class="caption">Figure 1. Kyphotic angle over twelve months in both groups. The red line is the group that was operated on, the blue line the other. All values are invented.</div></figure>
  <p>Statistics were not needed for values that nobody measured, but a table was made all the same (Table 1).</p>
  <div class="caption">Table 1. Invented values by group.</div>
  <table><tr><th>Value</th><th>Operated</th><th>Not operated</th></tr><tr><td>Patients</td><td>6</td><td>6</td></tr><tr><td>Angle (degrees)</td><td>12</td><td>19</td></tr><tr><td>Days in hospital</td><td>8</td><td>5</td></tr></table>
  <h2>Results</h2>
  <p>The angle was smaller after the operation. Pain did not differ between the groups at any time, and no complication was invented. ${filler}</p>
  <div class="box"><p>Key points. An aside in a box is read as text and not taken for a picture, however much it is coloured, because words fill it from one side to the other and there is nothing else in it.</p></div>
  <p>${filler} ${filler}</p>
  <h2>Discussion</h2>
  <p>${filler} ${filler} ${filler}</p>
  <p>${filler} ${filler}</p>
  <p>${filler} ${filler} ${filler} As Figure 1 shows, lines may cross.</p>
  <div class="note"><sup>1</sup> A note at the foot of the column, which is not part of the text above it.</div>
  </div></body></html>`;
}

const filler =
  'A sentence that only fills the column stands here, and another follows it without saying more than the first one did, until the line ends and the next begins.';
