import type { BenchmarkItem } from '../../../contracts/benchmark/index.ts';
import type { LoggedRequest } from '../../../contracts/models/index.ts';
import { renderReport } from '../../../contracts/report/index.ts';
import { both, type Html, html } from '../html.ts';
import { type RunOfReport, ruleOf, type State, type Told } from '../run-of-report.ts';

const stateNames: Record<State, [string, string]> = {
  right: ['right', '正确'],
  wrong: ['wrong', '错误'],
  unparseable: ['unparseable', '无法读出'],
  missing: ['no answer', '无回答'],
  judged: ['judged', '已评分'],
  unscored: ['unscored', '未评分'],
};

export function controls(): Html {
  return html`<div class="controls"><select id="pick"><option value="">all · 全部</option>${Object.entries(
    stateNames,
  ).map(
    ([state, [en, zh]]) => html`<option value="${state}">${en} · ${zh}</option>`,
  )}</select><input id="search" type="search" placeholder="search · 搜索"><span id="shown" class="soft"></span></div>`;
}

/** One item with all that was asked, answered, read and judged of it. */
export function itemSection(
  item: BenchmarkItem,
  runs: readonly RunOfReport[],
  pictures: readonly Html[],
): Html {
  const told = runs.flatMap(run =>
    run.told.get(item.id)!.map((of, repeat) => ({ run, of, repeat })),
  );
  const states = told.map(({ of }) => of.state);
  return html`<details class="item" data-states="${[...new Set(states)].join(' ')}"><summary><b>${item.id}</b> ${item.question.slice(0, 120)} ${states.map(mark)}</summary>${
    item.case && html`<p>${item.case}</p>`
  }<p>${item.question}</p>${pictures.length > 0 && html`<div class="pictures">${pictures}</div>`}<ul>${Object.entries(
    item.options,
  ).map(
    ([letter, option]) =>
      html`<li class="${item.answer.includes(letter) ? 'right' : ''}">${letter}. ${option}${item.answer.includes(letter) && ' ✓'}</li>`,
  )}</ul>${
    item.reference &&
    html`<details><summary>${both('Reference report', '参考报告')}</summary><pre>${renderReport(item.reference, item.language)}</pre></details>`
  }${told.map(({ run, of, repeat }) => answerOf(item, run, of, repeat))}</details>`;
}

function mark(state: State): Html {
  const [en, zh] = stateNames[state];
  const kind =
    state === 'right' ? 'right' : state === 'wrong' || state === 'unparseable' ? 'wrong' : 'soft';
  return html`<span class="${kind}"> ${both(en, zh)}</span>`;
}

function answerOf(item: BenchmarkItem, run: RunOfReport, told: Told, repeat: number): Html {
  const { answer, extraction, judgements, letters } = told;
  const rule = ruleOf(item, told);
  const which =
    run.run.repeats > 1 && html` <span class="soft">${repeat + 1} / ${run.run.repeats}</span>`;
  return html`<h3>${run.name}${which}${mark(told.state)}</h3>${
    item.task !== 'report' &&
    html`<p class="soft">${both('Read', '读出')}: ${letters.join(', ') || '–'}${rule && ` (${rule})`}${extraction && html` ${both('by', '由')} ${extraction.model}`}</p>`
  }${
    answer &&
    html`<details><summary>${both('Prompt', '提示词')} (${answer.promptVersion})</summary><pre>${promptText(answer.request)}</pre></details><pre>${answer.text ?? ''}</pre>`
  }${judgements.map(
    ({ model, scores, reasons, judgement }) =>
      html`<details><summary>${both('Judgement of', '评分者')} ${model}${(judgement ?? 0) > 0 && ` (${judgement! + 1})`}</summary><table><tbody>${Object.entries(
        scores ?? {},
      ).map(
        ([dimension, score]) =>
          html`<tr><td>${dimension}</td><td class="number">${score}</td><td>${reasons?.[dimension] ?? ''}</td></tr>`,
      )}</tbody></table></details>`,
  )}`;
}

function promptText({ prompt, input }: LoggedRequest): string {
  if (!prompt) return input === undefined ? '' : JSON.stringify(input, null, 2);
  const messages = prompt.messages.map(({ parts }) =>
    parts
      .map(part => (part.type === 'text' ? part.text : `[picture ${part.sha256.slice(0, 12)}…]`))
      .join('\n'),
  );
  return [...(prompt.system ? [prompt.system, '—'] : []), ...messages].join('\n\n');
}
