import { describe, expect, it } from 'vitest';
import { createJudge } from './create-judge.ts';
import type { JudgeRequest } from './judge-source.ts';

const sample: JudgeRequest['sample'] = {
  lead: { name: '山田', email: 'y@a.example', company: '', department: '', title: '', phone: '', attributes: {} },
  sender: { name: 'あおば', email: 'a@a.example', postal_address: '' },
  language: 'ja',
  unsubscribe_url: '#',
};

const frame = ({ text, head = '' }: { text: string; head?: string }) =>
  `<mjml><mj-head>${head}</mj-head>\n<mj-body><mj-section><mj-column>\n${text}</mj-column></mj-section></mj-body></mjml>`;

const request = (given: { text: string; head?: string; subject?: string }): JudgeRequest => ({
  source: { kind: 'reply', subject: given.subject ?? '{{ lead.name }} 様', preview: '', body: frame(given) },
  sample,
});

const judge = createJudge({ limitMs: 4_000 });
const plain = request({ text: '<mj-text>こんにちは {{ lead.nmae }}</mj-text>' });

const manyStyles = `<mj-style inline="inline">${'i{color:red}'.repeat(8_000)}</mj-style>`;
const manyAttributes = Array.from({ length: 15_000 }, (_, index) => `a${index}="1"`).join(' ');

/** The limit of a costly mail, and time to start the thread anew on a busy machine. */
const patienceMs = 60_000;

describe('a judge of mails', { timeout: patienceMs }, () => {
  it('says that a mail is ready, and of which variables it speaks', async () => {
    const judged = await judge(plain);
    expect(judged).toMatchObject({ ready: true, problems: [] });
    expect(judged.variables).toEqual({ subject: ['lead.name'], preview: [], body: ['lead.nmae'] });
  });

  it.each([
    ['styles beyond measure', request({ text: `<mj-text>${'<i>x</i>'.repeat(12_000)}</mj-text>`, head: manyStyles })],
    ['attributes beyond measure', request({ text: `<mj-text ${manyAttributes}>x</mj-text>` })],
  ])('stops %s, while everything else goes on, and judges the next', async (_name, costly) => {
    await judge(plain);
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 50);
    const judged = await judge(costly);
    clearInterval(ticking);
    expect(judged.ready).toBe(false);
    expect(judged.problems[0]?.message.en).toContain('takes too long');
    expect(ticks).toBeGreaterThan(10);
    expect((await judge(plain)).ready).toBe(true);
  });

  it.each([
    ['a loop', '<mj-text>\n{% for a in (1..9999) %}{% for b in (1..9999) %}{% endfor %}{% endfor %}</mj-text>'],
    [
      'a text that grows',
      `<mj-text>\n{% assign s = "${'x'.repeat(500_00)}" | append: s %}${'{% assign s = s | append: s %}'.repeat(30)}</mj-text>`,
    ],
    ['a file', '<mj-text>\n{% render "/etc/passwd" %}</mj-text>'],
  ])('names the line of %s', async (_name, text) => {
    const { ready, problems } = await judge(request({ text }));
    expect(ready).toBe(false);
    expect(problems).toMatchObject([{ field: 'body', line: 4 }]);
    expect(problems[0]?.message.en).not.toMatch(/line:\d/);
  });

  it('names the subject where that cannot be filled in', async () => {
    const { problems } = await judge(
      request({ text: '<mj-text>x</mj-text>', subject: '{{ "%E0%A4%A" | url_decode }}' }),
    );
    expect(problems).toMatchObject([{ field: 'subject', line: 1 }]);
  });

  it('refuses more Liquid than can be read in time, or deeper, with the line', async () => {
    const many = await judge(request({ text: `<mj-text>\n${'{{ a }}'.repeat(2_001)}</mj-text>` }));
    expect(many.problems).toMatchObject([{ field: 'body', line: 4 }]);
    const deep = await judge(
      request({ text: `<mj-text>${'{% if a %}'.repeat(990)}${'{% endif %}'.repeat(990)}</mj-text>` }),
    );
    for (const { message } of deep.problems) expect(message.en).toContain('nested too deeply');
  });

  it('refuses a mail that would be sent as millions of characters', async () => {
    const { ready, problems } = await judge(request({ text: '<mj-text>a</mj-text>'.repeat(4_000) }));
    expect(ready).toBe(false);
    expect(problems[0]?.message.en).toMatch(/at most 1000 kB|takes too long/);
  });
});
