import { describe, expect, it } from 'vitest';
import { type CompileResult, compileMail, type MailSource } from './compile-mail.ts';
import { mailFonts } from './mail-fonts.ts';

function bodyOf(content: string): string {
  return `<mjml>
  <mj-body>
    <mj-section>
      <mj-column>
        ${content}
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;
}

function compile(source: Partial<MailSource>): Promise<CompileResult> {
  return compileMail({
    kind: 'marketing',
    subject: '件名',
    preview: '',
    body: bodyOf('<mj-text>本文</mj-text>'),
    ...source,
  });
}

describe('a mail that is well written', () => {
  it('compiles without a problem and keeps its Liquid', async () => {
    const { mail, problems } = await compile({
      body: bodyOf('<mj-text>{{ lead.name | default: "ご担当者" }} 様</mj-text>'),
    });
    expect(problems).toEqual([]);
    expect(mail.html).toContain('{{ lead.name | default: "ご担当者" }} 様');
    expect(mail.text).toContain('{{ lead.name | default: "ご担当者" }} 様');
  });

  it('may close tags in themselves and break lines', async () => {
    const body = bodyOf('<mj-image src="https://aoba.example/a.png" /><mj-divider/><mj-text>1<br>2<br />3</mj-text>');
    expect((await compile({ body })).problems).toEqual([]);
  });

  it('fetches nothing from elsewhere that it was not told to', async () => {
    const { mail } = await compile({});
    expect(mail.html.replaceAll(/xmlns(:\w+)?="[^"]*"/g, '')).not.toMatch(/https?:\/\//);
  });

  it('numbers the links to pages and leaves the others alone', async () => {
    const body = bodyOf(`<mj-text>
      <a href="https://aoba.example/cases?a=1&amp;b=2">事例</a> <a href="mailto:x@aoba.example">メール</a> <a href="#top">上へ</a>
      <a href='{{ lead.attributes.page }}'>あなたのページ</a> <a href="{{ unsubscribe_url }}">停止</a></mj-text>
      <mj-button href="https://aoba.example/price">料金</mj-button>`);
    const { mail } = await compile({ body });
    expect(mail.links).toEqual([
      { number: 0, target: 'https://aoba.example/cases?a=1&b=2' },
      { number: 1, target: '{{ lead.attributes.page }}' },
      { number: 2, target: 'https://aoba.example/price' },
    ]);
    expect(mail.html).toContain('<a href="sodate-link:0">事例</a>');
    expect(mail.html).toContain('<a href="sodate-link:1">あなたのページ</a>');
    expect(mail.html).toContain('href="mailto:x@aoba.example"');
    expect(mail.html).toContain('href="{{ unsubscribe_url }}"');
    expect(mail.html).not.toContain('aoba.example/');
    expect(mail.text).toContain('料金 <sodate-link:2>');
  });

  it('names the sender in every mail, and the way out in marketing mails', async () => {
    const marketing = await compile({ kind: 'marketing' });
    const reply = await compile({ kind: 'reply' });
    for (const { mail } of [marketing, reply]) {
      expect(mail.html).toContain('{{ sender.postal_address }}');
      expect(mail.text).toContain('{{ sender.name }}');
    }
    expect(marketing.mail.text).toContain('配信を停止する <{{ unsubscribe_url }}>');
    expect(reply.mail.html).not.toContain('unsubscribe_url');
    expect(reply.mail.html).toContain(`font:12px/1.7 ${mailFonts};`);
  });

  it('shows the preview line to inboxes only', async () => {
    const { mail } = await compile({ preview: '5分で <読める> {{ lead.name }}' });
    expect(mail.html).toMatch(/<body[^>]*><div style="display:none[^>]*>5分で &lt;読める> {{ lead.name }}<\/div>/);
    expect(mail.text).not.toContain('5分で');
  });
});

describe('a mail that is not', () => {
  it.each([
    ['an unknown tag', bodyOf('<mj-txt>x</mj-txt>'), 5, '<mj-txt>'],
    ['a tag in the wrong place', '<mjml>\n<mj-body>\n<mj-text>x</mj-text></mj-body></mjml>', 3, 'mj-text'],
    ['a tag left open', bodyOf('<mj-text>x'), 5, 'mj-text'],
    ['Liquid left open', bodyOf('<mj-text>{{ lead.name </mj-text>'), 5, 'Liquid'],
    ['an unknown Liquid tag', bodyOf('<mj-text>{% fetch "x" %}</mj-text>'), 5, 'fetch'],
    ['a loop left open', bodyOf('<mj-text>{% for x in y %}</mj-text>'), 5, 'for'],
    ['an included file', '<mjml><mj-body>\n<mj-include path="/etc/passwd" /></mj-body></mjml>', 2, 'mj-include'],
  ])('says where: %s', async (...[, body, line, words]) => {
    const { mail, problems } = await compile({ body });
    expect(problems).toContainEqual(expect.objectContaining({ severity: 'error', field: 'body', line }));
    expect(problems[0]?.message.ja).toContain(words);
    expect(problems[0]?.message.en).toContain(words);
    expect(mail.html).toBe('');
  });

  it.each([
    ['nothing', ''],
    ['plain words', 'こんにちは'],
    ['HTML', '<html><body>x</body></html>'],
    ['a lone tag', '<mjml>'],
    ['a page of brackets', '<'.repeat(1_000)],
    [
      'very deep nesting',
      `<mjml><mj-body>${'<mj-section>'.repeat(500)}${'</mj-section>'.repeat(500)}</mj-body></mjml>`,
    ],
  ])('is refused with words for %s', async (_name, body) => {
    const { problems } = await compile({ body });
    expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('is refused above 200 kB before anything is made of it', async () => {
    const { problems } = await compile({ body: bodyOf(`<mj-text>${'あ'.repeat(70_000)}</mj-text>`) });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message.en).toContain('at most 200 kB');
  });

  it('can be looked at while a subject and a link are still to be written, and says so of both', async () => {
    const body = bodyOf('<mj-button href="">開く</mj-button>');
    const { mail, problems } = await compile({ subject: '', body });
    expect(problems).toMatchObject([
      { severity: 'error', field: 'subject', unwritten: true },
      { severity: 'error', field: 'body', line: 5, unwritten: true },
    ]);
    expect(mail.html).toContain('開く');
    expect((await compile({ subject: '', body: bodyOf('<mj-txt>x</mj-txt>') })).mail.html).toBe('');
  });

  it.each(['www.example.jp/jirei', '/demo', 'https://', 'javascript:alert(1)', '資料'])(
    'can be looked at, but not sent, with a link to %j, which no mail program opens',
    async (target) => {
      const { mail, problems } = await compile({ body: bodyOf(`<mj-text><a href="${target}">事例</a></mj-text>`) });
      expect(problems).toMatchObject([{ severity: 'error', field: 'body', line: 5 }]);
      expect(problems[0]?.message.en).toContain(`“${target}”`);
      // Something was written, and it is wrong.
      expect(problems[0]?.unwritten).toBeUndefined();
      expect(mail.html).toContain('事例');
    },
  );

  it('must have a subject, with Liquid that can be read', async () => {
    expect((await compile({ subject: ' ' })).problems[0]).toMatchObject({ severity: 'error', field: 'subject' });
    expect((await compile({ subject: '{{ lead.name' })).problems[0]).toMatchObject({
      severity: 'error',
      field: 'subject',
    });
  });

  it('is warned of an attribute without meaning, and not of one that Liquid fills', async () => {
    const { problems } = await compile({
      body: bodyOf('<mj-text colour="red" color="{{ lead.attributes.c }}">x</mj-text>'),
    });
    expect(problems).toEqual([expect.objectContaining({ severity: 'warning', line: 5 })]);
  });

  it('is warned of a length at which Gmail cuts it off', async () => {
    const { problems } = await compile({ body: bodyOf(`<mj-text>${'あ'.repeat(40_000)}</mj-text>`) });
    expect(problems[0]).toMatchObject({ severity: 'warning', field: 'body' });
  });
});
