/** A link of a mail as it may stand in a preview: what is no page's address leads nowhere. */
export function asPageUrl(target: string): string {
  return isPageUrl(target) ? target : '#';
}

export function isPageUrl(target: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(target) && URL.canParse(target);
}
