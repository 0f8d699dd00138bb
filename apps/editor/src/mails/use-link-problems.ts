import { sameText } from '@sodate/journey/text';
import { useTexts } from '../language/use-texts.ts';
import { linkAsWritten } from './link-as-written.ts';
import type { texts } from './texts.ja.ts';
import type { BrokenLink } from './use-broken-links.ts';
import type { MailPreviewData } from './use-mail-preview.ts';

/** Links that lead nowhere, as they stand among what is worth checking. */
export function useLinkProblems(links: readonly BrokenLink[]): MailPreviewData['problems'] {
  const t = useTexts<typeof texts>('mails');
  return links.map(({ address, meant }) => {
    const hint =
      meant === undefined ? '' : t('link.meant', { meant: linkAsWritten({ address: meant, beside: address }) });
    return {
      severity: 'warning',
      field: 'body',
      message: sameText(`${t('link.leadsNowhere', { address })}${hint}`.trim()),
    };
  });
}
