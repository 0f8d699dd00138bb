import type { DemoFormPage, DemoTexts } from './demo-texts.ts';
import { type Html, html } from './html.ts';
import { type DemoPage, pageAddress } from './layout.ts';

type FormTexts = DemoTexts['form'];

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'tel';
  readonly autocomplete: string;
  readonly required?: boolean;
}

/** The page that asks for the brochure: with it, consent to marketing mail may be given. */
export function writeRequestForm(texts: DemoTexts): DemoPage {
  const { form, requestPage } = texts;
  const body = html`${fields({ texts: form, of: [company(form), department(form), jobTitle(form)] })}
${employees(form)}
${fields({ texts: form, of: [name(form), email(form), phone(form)] })}
<div class="field"><label for="message">${form.requestMessage}</label><textarea id="message" name="message" rows="3"></textarea></div>
<div class="check"><input type="checkbox" id="consent" name="consent" data-sodate-consent="marketing"><label for="consent">${form.consent}</label></div>`;
  return formPage({ texts, page: requestPage, path: '/request', form: 'document-request', body });
}

export function writeContactForm(texts: DemoTexts): DemoPage {
  const { form, contactPage } = texts;
  const body = html`${fields({ texts: form, of: [company(form), name(form), email(form), phone(form)] })}
<div class="field"><label for="message">${form.message}<small>${form.required}</small></label><textarea id="message" name="message" rows="6" required></textarea></div>`;
  return formPage({ texts, page: contactPage, path: '/contact', form: 'contact', body });
}

/** What is shown once a form was sent. */
export function writeThanks({
  texts,
  page,
  path,
}: {
  texts: DemoTexts;
  page: DemoFormPage;
  path: '/request' | '/contact';
}): DemoPage {
  const home = pageAddress({ language: texts.language, path: '' });
  return {
    path: `${path}/thanks`,
    title: page.thanksTitle,
    description: page.thanksTitle,
    content: html`<section class="head"><h1>${page.thanksTitle}</h1>${page.thanks.map((text) => html`<p class="lead">${text}</p>`)}
<p class="actions"><a class="button" href="${home}#cases">${texts.menu.cases}</a><a href="${home}">${texts.backHome}</a></p></section>`,
  };
}

function formPage({
  texts,
  page,
  path,
  form,
  body,
}: {
  texts: DemoTexts;
  page: DemoFormPage;
  path: '/request' | '/contact';
  form: string;
  body: Html;
}): DemoPage {
  const action = pageAddress({ language: texts.language, path });
  return {
    path,
    title: page.title,
    description: page.lead,
    content: html`<header class="head"><h1>${page.title}</h1><p class="lead">${page.lead}</p></header>
<form class="sheet" method="post" action="${action}" data-sodate-form="${form}">
${body}
<p class="privacy">${texts.form.privacy}</p>
<button class="button" type="submit">${page.submit}</button>
</form>`,
  };
}

function fields({ texts, of }: { texts: FormTexts; of: readonly Field[] }): Html {
  return html`${of.map(({ name: id, label, type = 'text', autocomplete, required }) => {
    const mark = required ? html`<small>${texts.required}</small>` : undefined;
    const must = required ? html` required` : undefined;
    return html`<div class="field"><label for="${id}">${label}${mark}</label><input id="${id}" name="${id}" type="${type}" autocomplete="${autocomplete}"${must}></div>`;
  })}`;
}

function employees(texts: FormTexts): Html {
  const options = texts.employeeBands.map((band) => html`<option>${band}</option>`);
  return html`<div class="field"><label for="employees">${texts.employees}</label><select id="employees" name="employees"><option value="">${texts.choose}</option>${options}</select></div>`;
}

const company = ({ company: label }: FormTexts): Field => ({
  name: 'company',
  label,
  autocomplete: 'organization',
  required: true,
});
const department = ({ department: label }: FormTexts): Field => ({ name: 'department', label, autocomplete: 'off' });
const jobTitle = ({ jobTitle: label }: FormTexts): Field => ({
  name: 'title',
  label,
  autocomplete: 'organization-title',
});
const name = ({ name: label }: FormTexts): Field => ({ name: 'name', label, autocomplete: 'name', required: true });
const email = ({ email: label }: FormTexts): Field => ({
  name: 'email',
  label,
  type: 'email',
  autocomplete: 'email',
  required: true,
});
const phone = ({ phone: label }: FormTexts): Field => ({ name: 'phone', label, type: 'tel', autocomplete: 'tel' });
