import { expect, it } from 'vitest';
import { html } from './html.ts';

it('escapes texts and keeps markup', () => {
  const items = ['a<b', `"c" & 'd'`].map((text) => html`<li>${text}</li>`);
  expect(html`<ul class="${'x"y'}">${items}${undefined}${2}</ul>`.markup).toBe(
    '<ul class="x&quot;y"><li>a&lt;b</li><li>&quot;c&quot; &amp; &#39;d&#39;</li>2</ul>',
  );
});
