/** The parts of a form control that are looked at. */
export interface Control {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly checked?: boolean;
  readonly disabled: boolean;
  readonly autocomplete?: string;
  readonly dataset: { readonly [name: string]: string | undefined };
  readonly labels?: Iterable<{ readonly textContent: string | null }> | null;
}

const tokenParameter = 'sodate_click';

/** The token that a mail link's redirect left in the address. */
export function clickToken(url: string): string | undefined {
  return new URL(url).searchParams.get(tokenParameter) ?? undefined;
}

/** The address without that token; otherwise as it was. */
export function withoutToken(url: string): string {
  const parsed = new URL(url);
  if (!parsed.searchParams.has(tokenParameter)) return url;
  parsed.searchParams.delete(tokenParameter);
  return parsed.href;
}

const box = /^(checkbox|radio)$/;

function isPassedOver({ type, checked, disabled, autocomplete, dataset }: Control): boolean {
  return (
    disabled ||
    /^(password|hidden|file|submit|button|reset|image|fieldset)$/.test(type) ||
    /^cc-|password/.test(autocomplete ?? '') ||
    'sodateSkip' in dataset ||
    (box.test(type) && !checked)
  );
}

/**
 * What was filled in, by field name, what each field is called on the page, and what was agreed to. Never passwords, hidden values, files, card numbers, or
 * fields marked `data-sodate-skip`.
 */
export function formFields(form: { readonly elements: Iterable<unknown> }): {
  fields: object;
  labels: object;
  consents: object[];
} {
  const fields: Record<string, string> = {};
  const labels: Record<string, string> = {};
  const consents: object[] = [];
  for (const control of form.elements as Iterable<Control>) {
    const { name, type, value, dataset } = control;
    if (isPassedOver(control)) continue;
    const label = [...(control.labels ?? [])].map(({ textContent }) => textContent).join(' ');
    const topic = dataset.sodateConsent;
    if (topic) consents.push({ topic, wording: label });
    else if (name && value) {
      fields[name] = fields[name] ? `${fields[name]}, ${value}` : value;
      // A box is called by its answer, not by the question.
      if (label && !box.test(type)) labels[name] = label;
    }
  }
  return { fields, labels, consents };
}
