import { describe, expect, it } from 'vitest';
import { compileMail } from '../compile/compile-mail.ts';
import { findUnknownVariables } from './find-unknown-variables.ts';
import { listVariables } from './list-variables.ts';
import type { MailVariables } from './mail-variables.ts';
import { type RenderedMail, renderMail } from './render-mail.ts';
import { RenderError } from './render-template.ts';

const variables: MailVariables = {
  lead: {
    name: '坂井 真理子',
    email: 'sakai@hoshikawa.example',
    company: '星川食品株式会社',
    department: '物流部',
    title: '課長',
    phone: '',
    attributes: { page: 'https://aoba.example/for/sakai', sites: 4 },
  },
  sender: { name: 'あおば倉庫', email: 'hello@aoba.example', postal_address: '東京都中央区1-2-3\nあおばビル' },
  language: 'ja',
  unsubscribe_url: 'https://sodate.example/m/u/x',
};

async function render({
  text,
  subject = '件名',
  lead = {},
}: {
  text: string;
  subject?: string;
  lead?: Partial<MailVariables['lead']>;
}): Promise<RenderedMail> {
  const body = `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`;
  const { mail, problems } = await compileMail({ kind: 'marketing', subject, preview: '', body });
  expect(problems).toEqual([]);
  return renderMail({
    template: { ...mail, subject },
    variables: { ...variables, lead: { ...variables.lead, ...lead } },
    linkUrl: ({ number }) => `https://sodate.example/m/c/${number}`,
    pixelUrl: 'https://sodate.example/m/o/x.gif',
  });
}

describe('a rendered mail', () => {
  it('speaks to the lead, in HTML and in text', async () => {
    const mail = await render({ text: '{{ lead.company }} {{ lead.name }} 様、{{ lead.attributes.sites }}拠点' });
    expect(mail.html).toContain('星川食品株式会社 坂井 真理子 様、4拠点');
    expect(mail.text).toContain('星川食品株式会社 坂井 真理子 様、4拠点');
  });

  it('leads every link through us and keeps the target apart, rendered', async () => {
    const mail = await render({ text: '<a href="{{ lead.attributes.page }}">あなたのページ</a>' });
    expect(mail.html).toContain('href="https://sodate.example/m/c/0"');
    expect(mail.text).toContain('https://sodate.example/m/c/0');
    expect(mail.html).not.toContain('/for/sakai');
    expect(mail.links).toEqual([{ number: 0, target: 'https://aoba.example/for/sakai' }]);
  });

  it('holds the pixel, the way out and the sender', async () => {
    const mail = await render({ text: 'x' });
    expect(mail.html).toContain('src="https://sodate.example/m/o/x.gif"');
    expect(mail.html).toContain('href="https://sodate.example/m/u/x"');
    expect(mail.text).toContain('東京都中央区1-2-3\nあおばビル');
  });

  it('leaves unknown values empty', async () => {
    expect((await render({ text: '[{{ lead.nothing.at_all }}]' })).html).toContain('[]');
  });
});

describe('values that would do harm', () => {
  it('are escaped in HTML, even where the marketer wrote raw', async () => {
    const mail = await render({
      text: '{{ lead.name }}{{ lead.name | raw }}',
      lead: { name: '<script>alert(1)</script>' },
    });
    expect(mail.html).not.toContain('<script>');
    expect(mail.text).toContain('<script>alert(1)</script>');
  });

  it('cannot add a header by the subject', async () => {
    const name = 'x\r\nBcc: all@evil.example\n\u2028\u202ey\u0000';
    const mail = await render({ text: 'x', subject: '{{ lead.name }}様へ', lead: { name } });
    expect(mail.subject).toBe('x Bcc: all@evil.example y 様へ');
  });

  it('cannot run as Liquid, nor pass for one of our links', async () => {
    const mail = await render({ text: '{{ lead.name }}', lead: { name: '{{ sender.email }} sodate-link:0' } });
    expect(mail.html).toContain('{{ sender.email }} sodate-link:0');
  });

  it.each([
    ['an endless loop', '{% for a in (1..100000) %}{% for b in (1..100000) %}x{% endfor %}{% endfor %}'],
    [
      'a text that grows',
      '{% assign s = "0123456789" %}{% for a in (1..40) %}{% assign s = s | append: s %}{% endfor %}{{ s }}',
    ],
  ])('are stopped: %s', async (_name, text) => {
    const start = performance.now();
    await expect(render({ text })).rejects.toThrow(RenderError);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('cannot read files or the process', async () => {
    await expect(render({ text: '{% include "/etc/passwd" %}' })).rejects.toThrow();
    expect((await render({ text: '[{{ lead.constructor.name }}{{ lead.__proto__ }}]' })).html).toContain('[]');
  });
});

it('finds the variables that no lead has', () => {
  const template =
    '{{ lead.name }} {{ lead.nmae }} {{ lead.attributes.sites }} {{ lead.attributes.x }} {% for a in b %}{{ a }}{% endfor %}';
  expect(findUnknownVariables({ variables: listVariables(template), attributes: new Set(['sites']) })).toEqual([
    'lead.nmae',
    'lead.attributes.x',
    'b',
  ]);
});
