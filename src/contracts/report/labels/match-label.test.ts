import { describe, expect, it } from 'vitest';
import { reportSections } from '../../../spine/report-sections.ts';
import { fieldLabels } from './field-labels.ts';
import { foldLabel } from './fold-label.ts';
import { hintField, hintSection, matchField, matchSection } from './match-label.ts';
import {
  differentialParts,
  imagingParts,
  issueParts,
  type PartLabel,
  stepParts,
} from './part-labels.ts';

describe('the names of sections and fields', () => {
  it('mean one section or field each', () => {
    const owners = new Map<string, string>();
    const claim = (name: string, owner: string) => {
      const folded = foldLabel(name);
      expect([name, owners.get(folded) ?? owner]).toEqual([name, owner]);
      owners.set(folded, owner);
    };
    for (const { id, en, zh, also } of fieldLabels)
      for (const name of [en, zh, ...also]) claim(name, id);
    owners.clear();
    for (const { id, en, zh, synonyms } of reportSections) {
      for (const name of [en, zh, ...synonyms.en, ...synonyms.zh]) claim(name, id);
    }
  });

  it('find their section and field, also numbered, marked and bracketed', () => {
    for (const { id, en, zh } of reportSections) {
      for (const name of [
        en,
        `**3. ${en}:**`,
        `IV. ${en} (SIP)`,
        `🔹 ${zh}`,
        `（二）${zh}：`,
        `【${zh}】`,
        `${zh}（${en}）`,
        `${en} / ${zh}`,
      ]) {
        expect([name, matchSection(name)?.section]).toEqual([name, id]);
      }
    }
    for (const { id, section, en, zh } of fieldLabels) {
      for (const name of [en, `2.1 ${en}:`, `${zh} ${en}`]) {
        expect([name, matchField(name, section)?.field]).toEqual([name, id]);
      }
    }
  });

  it.each<[string, readonly PartLabel[]]>([
    ['imaging', imagingParts],
    ['differentials', differentialParts],
    ['steps', stepParts],
    ['issues', issueParts],
  ])('name one part each: %s', (_, parts) => {
    const owners = new Map<string, string>();
    for (const { id, en, zh, also } of parts) {
      for (const name of new Set([en, zh, ...also].map(foldLabel))) {
        expect([name, owners.get(name) ?? id]).toEqual([name, id]);
        owners.set(name, id);
      }
    }
  });
});

describe('headings that no dictionary has', () => {
  it.each([
    ['Radiological overview of the lumbar spine', 'imaging'],
    ['3. Therapeutic considerations', 'treatment'],
    ['Perioperative complication handling', 'postoperative'],
    ['Prognosis outlook and hazards', 'risk'],
    ['Explanation, basis and disclaimer', 'rationale'],
    ['影像资料解读', 'imaging'],
    ['综合诊断与说明', 'diagnosis'],
    ['术后可能情况的应对', 'postoperative'],
  ])('%s', (heading, section) => {
    expect(matchSection(heading)).toBeNull();
    expect(hintSection(heading)?.section).toBe(section);
  });

  it('name a field of their section', () => {
    expect(hintField('Why the spine should be operated: necessity', 'treatment')?.field).toBe(
      'treatment.patient.necessity',
    );
    expect(hintField('Diseases to be ruled out', 'diagnosis')?.field).toBe(
      'diagnosis.differentials',
    );
    expect(hintField('Diseases to be ruled out', 'risk')).toBeNull();
  });

  it('are none where the words are a sentence, or are written as references', () => {
    expect(matchSection('Diagnosis '.repeat(20))).toBeNull();
    expect(matchSection('&#68;iagnosis')).toBeNull();
    expect(hintSection('')).toBeNull();
  });
});
