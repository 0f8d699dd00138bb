import { foldHead } from './fold-head.ts';

const consents =
  /同意|承諾|許諾|メルマガ|メールマガジン|ニュースレター|オプトイン|(メール|案内|dm).*(希望|可否|許可|受信|受取|受け取|配信|送付)|配信(希望|可否|許可)|optin|consent|newsletter|subscri|mailingpermission/;

/** Agreement to something else. */
const others = /個人情報|プライバシ|規約|契約|クッキー|privacy|terms|policy|cookie/;

/** Who says yes here says no to mails: taken for consent, it would turn into its opposite. */
const refusals = /停止|不要|拒否|解除|除外|しない|オプトアウト|optout|unsubscri|donot|refus/;

/** Whether a column of this name likely tells who agreed to be mailed. */
export function hintsAtConsent(head: string): boolean {
  const bare = foldHead(head);
  return consents.test(bare) && !others.test(bare) && !refusals.test(bare);
}
