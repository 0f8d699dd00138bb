import type { JourneyId } from '@sodate/journey/id';
import { createContext } from 'react';

/** Where the mails of a journey that is read come from: from a link, or for those who are signed in. */
export type MailSource =
  | { readonly kind: 'share'; readonly token: string }
  | { readonly kind: 'journey'; readonly journey: JourneyId; readonly side: number | 'draft' };

export const MailSourceContext = createContext<MailSource | undefined>(undefined);
