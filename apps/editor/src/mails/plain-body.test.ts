import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlainBlock, readPlainBody, writePlainBody } from './plain-body.ts';

const around = {
  before: '<mjml lang="ja"><mj-head><mj-title>x</mj-title></mj-head><mj-body>\n<mj-section>\n<mj-column>',
  after: '</mj-column>\n</mj-section>\n</mj-body>\n</mjml>\n',
};
const body = (content: string) => `${around.before}${content}${around.after}`;
const read = (content: string) => readPlainBody(body(content))?.blocks;

describe('a mail written without tags', () => {
  it('reads paragraphs, line breaks, links and buttons', () => {
    expect(
      read(`
      <mj-text>
        {{ lead.company }}<br />
        {{ lead.name | default: "ご担当者" }} 様
      </mj-text>
      <mj-text>料金は<a href="https://a.example/price?a=1&amp;b=2">料金のページ</a>に。A &amp; B</mj-text>
      <mj-button href="https://a.example/">くわしく見る</mj-button>`),
    ).toEqual([
      { kind: 'text', text: '{{ lead.company }}\n{{ lead.name | default: "ご担当者" }} 様' },
      { kind: 'text', text: '料金は[料金のページ](https://a.example/price?a=1&b=2)に。A & B' },
      { kind: 'button', label: 'くわしく見る', address: 'https://a.example/' },
    ]);
  });

  it.each([
    ['an image', '<mj-image src="https://a.example/a.png" />'],
    ['a paragraph with a look of its own', '<mj-text color="#f00">a</mj-text>'],
    ['bold words', '<mj-text>a <b>b</b></mj-text>'],
    ['a remark', '<mj-text>a</mj-text><!-- b -->'],
    ['words that would turn into a link', '<mj-text>[a](b)</mj-text>'],
    ['a character by its number', '<mj-text>&#169;</mj-text>'],
  ])('leaves %s to the code', (_, content) => {
    expect(read(content)).toBeUndefined();
  });

  it('leaves two columns to the code', () => {
    expect(read('<mj-text>a</mj-text></mj-column><mj-column><mj-text>b</mj-text>')).toBeUndefined();
  });

  it('keeps what a person types from becoming tags', () => {
    const source = writePlainBody({ ...around, blocks: [{ kind: 'text', text: '</mj-text><mj-raw>1 < 2 & 3' }] });
    expect(source).toContain('&lt;/mj-text&gt;&lt;mj-raw&gt;1 &lt; 2 &amp; 3');
  });

  it.each(['{{</mj-text>{{ lead.name }}', '{{</b>}}', "{{ '&amp;' }}", '{{\n}}', '{% if %}{{<br />}}'])(
    'gives back %j, which only looks like Liquid',
    (text) => {
      const blocks: PlainBlock[] = [{ kind: 'text', text }];
      expect(readPlainBody(writePlainBody({ ...around, blocks }))?.blocks).toEqual(blocks);
    },
  );

  it('gives back what was written, whatever was typed', () => {
    const bits = ['資料', 'a b', '<', '>', '&', 'amp;', '"', '{', '}}', '[', ']', '](', '(', ')', '　', '<br />'];
    const marks = ['{{ lead.name }}', '{% if a < b %}', '[料金](https://a.example/?a=1&b=2)', '</mj-text>', '\n'];
    const text = fc.array(fc.constantFrom(...bits, ...marks), { maxLength: 12 }).map((parts) => parts.join(''));
    const line = text.map((typed) => typed.replaceAll('\n', ''));
    const block = fc.oneof<fc.Arbitrary<PlainBlock>[]>(
      text.map((words) => ({ kind: 'text', text: words })),
      fc.record({ kind: fc.constant('button'), label: line, address: line }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        const source = writePlainBody({ ...around, blocks });
        expect(readPlainBody(source)?.blocks).toEqual(blocks);
      }),
      { numRuns: 300 },
    );
  });
});
