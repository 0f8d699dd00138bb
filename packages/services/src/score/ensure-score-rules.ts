import { scoreRuleSet } from '@sodate/database/schema/lead';
import { categoryTitles } from '@sodate/journey/score/category-titles';
import type { ScoreRule } from '@sodate/journey/score/score-rule';
import type { Language } from '@sodate/journey/text';
import type { Context } from '../context.ts';

/** A start to adjust: what most B2B sites have, worth what it usually tells. Hot from 60 within two weeks. */
export function startingRules(language: Language): readonly ScoreRule[] {
  return [
    {
      id: 'price-page',
      title: { ja: '料金ページを見た', en: 'Viewed a price page' },
      points: 15,
      category: categoryTitles.price[language],
      when: { kind: 'event', pattern: { kind: 'page', url: { match: 'pattern', value: '/*price*' } }, limit: 3 },
    },
    {
      id: 'case-page',
      title: { ja: '導入事例を見た', en: 'Viewed a case study' },
      points: 10,
      category: categoryTitles.cases[language],
      when: { kind: 'event', pattern: { kind: 'page', url: { match: 'pattern', value: '/*case*' } }, limit: 3 },
    },
    {
      id: 'feature-page',
      title: { ja: '機能ページを見た', en: 'Viewed a feature page' },
      points: 3,
      category: categoryTitles.features[language],
      when: { kind: 'event', pattern: { kind: 'page', url: { match: 'pattern', value: '/*feature*' } }, limit: 5 },
    },
    {
      id: 'document-request',
      title: { ja: '資料を請求した', en: 'Requested documents' },
      points: 20,
      when: { kind: 'event', pattern: { kind: 'form', form: 'document-request' }, limit: 1 },
    },
    {
      id: 'contact-form',
      title: { ja: '問い合わせた', en: 'Sent the contact form' },
      points: 30,
      when: { kind: 'event', pattern: { kind: 'form', form: 'contact' }, limit: 1 },
    },
    {
      id: 'mail-opened',
      title: { ja: 'メールを開封した', en: 'Opened an email' },
      points: 1,
      when: { kind: 'event', pattern: { kind: 'mail', reaction: 'opened' } },
    },
    {
      id: 'mail-clicked',
      title: { ja: 'メールのリンクを押した', en: 'Clicked a link in an email' },
      points: 8,
      when: { kind: 'event', pattern: { kind: 'mail', reaction: 'clicked' } },
    },
  ];
}

/** Stores the starting rules as revision 1 where there are none yet. */
export async function ensureScoreRules({ context, language }: { context: Context; language: Language }): Promise<void> {
  await context.database
    .insert(scoreRuleSet)
    .values({ revision: 1, windowDays: 14, hotAt: 60, rules: startingRules(language) })
    .onConflictDoNothing();
}
