import type { AskPage } from '@sodate/services/http/create-page-asker';

/** @throws where the server was made without a way to ask for pages. */
export function getAskPage({ askPage }: { askPage?: AskPage | undefined }): AskPage {
  if (askPage === undefined) throw new Error('this server was started without a way to ask for pages');
  return askPage;
}
