/** The line that puts the tracker on a site, for the `<head>`; loads without holding up the page. */
export function makeTagSnippet({ publicUrl, key }: { publicUrl: string; key: string }): string {
  return `<script async src="${publicUrl}/t.js" data-key="${key}"></script>`;
}
