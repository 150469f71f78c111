import { describe, expect, it } from 'vitest';
import { readPublished } from './fixtures/published.ts';
import { type Audit, auditTables, type Finding, renderAudit } from './index.ts';

const finding = (change: Partial<Finding>): Finding => ({
  table: 'table6_results',
  row: 'A',
  field: 'text',
  printed: 1,
  recomputed: 2,
  rule: 'whole count',
  verdict: 'consistent',
  explanation: 'It is so.',
  ...change,
});
const render = (...findings: Finding[]) => renderAudit({ findings });

describe('renderAudit', () => {
  it('begins with what does not follow and leaves no finding out', () => {
    const audit: Audit = auditTables(readPublished());
    const text = renderAudit(audit);
    const wrong = audit.findings.filter(({ verdict }) => verdict === 'inconsistent');
    expect(text).toContain(`**${wrong.length} figures do not follow**`);
    const first = text.slice(text.indexOf('## What does not follow'));
    for (const { row, field } of wrong) expect(first).toContain(`**${row}, ${field}**`);
    const counted = [...text.matchAll(/^- \S+, [^:*]+: (\d+)$/gmu)].map(match => Number(match[1]));
    const sound = audit.findings.filter(({ verdict }) => verdict === 'consistent');
    expect(counted.reduce((sum, number) => sum + number, 0)).toBe(sound.length);
  });

  it('says so where nothing is wrong', () => {
    expect(render(finding({}))).toContain('None of them contradicts the others.');
    expect(render()).toContain('0 findings.');
  });

  it('gives one reason for many cells once', () => {
    const verdict = 'not recomputable';
    const text = render(finding({ verdict }), finding({ verdict, row: 'B' }));
    expect(text.match(/It is so\./gu)).toHaveLength(1);
    expect(text).toContain('A, text (1); B, text (1)');
  });

  it('passes neither control characters nor Markdown of a name on', () => {
    const row = '\u001b[31mA\n# B | <b>*x*</b>\u202e';
    const text = render(finding({ row, verdict: 'inconsistent' }));
    expect(text).not.toMatch(/\p{Cf}|^# B|<b>/mu);
    expect(text).not.toContain('\u001b');
  });
});
