import { describe, expect, it } from 'vitest';
import { fillPage } from './fill-page.ts';

const page = [
  '<!doctype html><html lang="ja"><head><title>Sodate</title>',
  '<script src="/colour-scheme.js"></script>',
  '<script type="module" crossorigin src="/assets/index.js"></script>',
  '<link rel="modulepreload" crossorigin href="/assets/react.js">',
  '<link rel="stylesheet" crossorigin href="/assets/index.css"></head>',
  '<body><div id="root"><svg></svg></div></body></html>',
].join('');
const manifest = {
  'src/sign-in/sign-in.tsx': { file: 'assets/sign-in.js', css: ['assets/sign-in.css'] },
  'src/language/english-texts.ts': { file: 'assets/en.js' },
};
const answers = { queries: ['</script><script>alert(1)</script>'] };
const drawing = { html: '<h1>Sign in</h1>', title: 'Sign in | Sodate', language: 'en' as const, answers };
const drawn = fillPage({ page, manifest, path: '/sign-in', language: 'en', drawing });

/** What a browser asks for before it shows the page. */
function firstAsked(html: string): string[] {
  const shown = html.replace(/<template[\s\S]*?<\/template>/, '');
  return [...shown.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
}

describe('a page with a drawing', () => {
  it('asks for styles first, and for scripts once it is shown', () => {
    expect(firstAsked(drawn)).toEqual([
      '/colour-scheme.js',
      '/assets/index.css',
      '/assets/sign-in.css',
      '/start-after-drawing.js',
    ]);
    const [, later = ''] = /<template data-scripts>([\s\S]*?)<\/template>/.exec(drawn) ?? [];
    expect(firstAsked(later)).toEqual(['/assets/react.js', '/assets/index.js', '/assets/sign-in.js', '/assets/en.js']);
    expect(later.match(/<script type="module"/g)).toHaveLength(2);
  });

  it('is in its language, under its own title, and answers nobody yet', () => {
    expect(drawn).toContain('<html lang="en">');
    expect(drawn).toContain('<title>Sign in | Sodate</title>');
    expect(drawn).toContain('<div id="root" inert aria-hidden="true"><h1>Sign in</h1></div>');
  });

  it('holds its answers as they are, and nothing in them ends the script they stand in', () => {
    const [, json = ''] = /id="first-answers">([\s\S]*?)<\/script>/.exec(drawn) ?? [];
    expect(JSON.parse(json)).toEqual(answers);
  });
});

it('leaves a page without a drawing as it was built, but for what its screen will need', () => {
  const plain = fillPage({ page, manifest, path: '/sign-in', language: 'en', drawing: undefined });
  expect(plain).toContain('<script type="module" crossorigin src="/assets/index.js">');
  expect(plain).toContain('<link rel="modulepreload" crossorigin href="/assets/sign-in.js">');
  expect(plain).not.toContain('inert');
  expect(fillPage({ page, manifest, path: '/settings', language: 'ja', drawing: undefined })).toBe(page);
});
