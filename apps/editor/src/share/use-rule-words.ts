import type { ToldRules } from '@sodate/services/journey/tell-rules';
import { useLanguage } from '../language/use-language.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import { wordZone } from '../language/word-zone.ts';
import type { texts } from './texts.ja.ts';

/** Each setting of a whole journey in words, an exit a line; `zone` is the organisation's. */
export function useRuleWords({
  zone: own,
}: {
  zone: string;
}): (rules: ToldRules) => Readonly<Record<keyof ToldRules, readonly string[]>> {
  const t = useTexts<typeof texts>('share');
  const text = useText();
  const language = useLanguage();
  return ({ reentry, audience, exits, zone, visitLimit }) => ({
    audience: [audience === null ? t('anybody') : text(audience)],
    reentry: [t(`reentry-${reentry.kind}`, reentry.kind === 'after-days' ? { count: reentry.days } : undefined)],
    exits:
      exits.length === 0
        ? [t('noExits')]
        : exits.map(({ title, condition }) =>
            title === '' ? text(condition) : t('exit', { title, condition: text(condition) }),
          ),
    zone: [wordZone({ zone: zone ?? own, language })],
    visitLimit: [t('visits', { count: visitLimit })],
  });
}
