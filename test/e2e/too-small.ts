import type { Page } from 'playwright-core';

/** What is smaller than a thumb, of all that can be tapped in the screen itself. */
export function tooSmall(page: Page): Promise<readonly string[]> {
  return page.getByRole('main').evaluate((main) =>
    [...main.querySelectorAll('a, button, label, textarea:not([aria-hidden])')].flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      return width > 0 && (width < 44 || height < 44) ? [`${one.textContent} ${width} × ${height}`] : [];
    }),
  );
}
