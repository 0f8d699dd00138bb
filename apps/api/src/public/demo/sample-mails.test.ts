import { sampleMails } from '@sodate/services/mail/sample-mails';
import { expect, it } from 'vitest';
import { pageAddress } from './layout.ts';
import { listDemoPages } from './list-demo-pages.ts';
import { texts as english } from './texts.en.ts';
import { texts as japanese } from './texts.ja.ts';

it.each([japanese, english])('the first mails of an installation lead to pages of this site ($language)', (texts) => {
  const { language } = texts;
  const pages = new Set(listDemoPages(texts).map(({ path }) => pageAddress({ language, path })));
  const links = sampleMails({ language, site: '/demo' }).flatMap(({ content }) =>
    [...content.matchAll(/href="([^"]+)"/g)].map(([, href]) => href),
  );
  expect(links).toHaveLength(4);
  expect(links.filter((href) => href === undefined || !pages.has(href))).toEqual([]);
});
