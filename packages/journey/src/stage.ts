import type { Text } from './text.ts';

export const stages = ['lead', 'mql', 'sql', 'opportunity', 'customer', 'disqualified'] as const;

export type Stage = (typeof stages)[number];

export const stageTitles: Readonly<Record<Stage, Text>> = {
  lead: { ja: 'リード', en: 'Lead' },
  mql: { ja: 'MQL', en: 'MQL' },
  sql: { ja: 'SQL', en: 'SQL' },
  opportunity: { ja: '商談', en: 'Opportunity' },
  customer: { ja: '顧客', en: 'Customer' },
  disqualified: { ja: '対象外', en: 'Disqualified' },
};

/** The stage that an answer of sales brings a lead to, unless the lead has come further already. */
export const stageByAnswer: Readonly<Record<'accepted' | 'met' | 'opportunity' | 'won', Stage>> &
  Readonly<Record<string, Stage | undefined>> = {
  accepted: 'sql',
  met: 'opportunity',
  opportunity: 'opportunity',
  won: 'customer',
};
