import { describe, expect, it } from 'vitest';
import { findMailVariables, titleOfVariable, wordMailLine } from './mail-variables.ts';

const attributes = [
  { of: 'lead', name: 'plan', title: { ja: 'ご利用プラン', en: 'Plan' } },
  { of: 'company', name: 'size', title: { ja: '規模', en: 'Size' } },
] as const;

describe('variables of a mail', () => {
  it('are found with their place, their name, and what stands in for them', () => {
    const words = '{{ lead.name | default: "ご担当者" }} 様、{{sender.name}}';
    expect(findMailVariables(words)).toEqual([
      { from: 0, to: 33, name: 'lead.name', fallback: 'ご担当者' },
      { from: 36, to: 51, name: 'sender.name' },
    ]);
  });

  it.each([
    ["{{ lead.name | default: 'there' }}", { name: 'lead.name', fallback: 'there' }],
    ['{{- lead.name -}}', { name: 'lead.name' }],
    ['{{ lead.name | upcase }}', { name: 'lead.name | upcase' }],
  ])('are read in every way of writing: %s', (words, meaning) => {
    expect(findMailVariables(words)).toEqual([{ from: 0, to: words.length, ...meaning }]);
  });

  it.each(['{% if lead.name %}', '{{ lead.name', 'plain words', '{{ lead.\nname }}'])('are not in %j', (words) => {
    expect(findMailVariables(words)).toEqual([]);
  });

  it('are called what the marketer calls them, own fields too', () => {
    expect(titleOfVariable({ name: 'lead.company', attributes })?.ja).toBe('会社名');
    expect(titleOfVariable({ name: 'lead.attributes.plan', attributes })?.en).toBe('Plan');
    expect(titleOfVariable({ name: 'lead.attributes.size', attributes })).toBeUndefined();
    expect(titleOfVariable({ name: 'lead.nmae', attributes })).toBeUndefined();
    expect(titleOfVariable({ name: 'constructor', attributes })).toBeUndefined();
  });

  it('are read in a line as words; what nobody knows stays as it is', () => {
    const line = '{{ lead.name | default: "ご担当者" }}様、{{ lead.nmae }}';
    expect(wordMailLine({ line, attributes })).toEqual({
      ja: '〔氏名〕様、{{ lead.nmae }}',
      en: '[Name]様、{{ lead.nmae }}',
    });
  });
});
