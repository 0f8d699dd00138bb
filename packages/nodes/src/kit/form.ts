import type { ConfigPath } from '@sodate/journey/graph/described-node';
import type { CheckProblem, Surroundings } from '@sodate/journey/graph/node-contract';
import { sameText, type Text } from '@sodate/journey/text';

interface FormUse {
  readonly form: string;
  readonly surroundings: Surroundings;
}

/** A form's title in quotes, or its id where it has not been seen. */
export function wordForm({ form, surroundings }: FormUse): Text {
  const title = surroundings.forms.find(({ id }) => id === form)?.title ?? sameText(form);
  return { ja: `「${title.ja}」`, en: `“${title.en}”` };
}

/** A form that never arrived may still be on its way; a typing error is likelier, so it is said. */
export function checkForm({ form, path, surroundings }: FormUse & { path: ConfigPath }): readonly CheckProblem[] {
  if (surroundings.forms.some(({ id }) => id === form)) return [];
  return [
    {
      severity: 'warning',
      path,
      message: { ja: 'まだ届いていないフォームです', en: 'Form not seen so far' },
      mend: {
        ja: `名前が合っていれば、サイトの担当者に「${form}」という名前をフォームに付けてもらい、一度送信してみてください。届くと、この注意は消えます。`,
        en: `If the name is right, ask whoever runs the site to name the form “${form}” there, and send it once. This note goes away when it arrives.`,
      },
    },
  ];
}
