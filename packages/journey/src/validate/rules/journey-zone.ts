import type { Rule } from '../rule.ts';

/** The journey's time zone must be one that is known. */
export const journeyZone: Rule = ({ graph: { settings } }) => {
  const { zone } = settings;
  if (zone === undefined || isZone(zone)) return [];
  return [
    {
      severity: 'error',
      path: ['zone'],
      message: { ja: 'タイムゾーンが使えません', en: 'Unknown time zone' },
      mend: {
        ja: `「${zone}」というタイムゾーンはありません。「Asia/Tokyo」のように選んでください。`,
        en: `There is no time zone “${zone}”. Choose one such as Asia/Tokyo.`,
      },
    },
  ];
};

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
