import type { ConfigPath } from '@sodate/journey/graph/described-node';
import type { CheckProblem, Surroundings } from '@sodate/journey/graph/node-contract';
import type { Text } from '@sodate/journey/text';

interface FormUse {
  readonly form: string;
  readonly surroundings: Surroundings;
}

/** A form's title in quotes, or its id where it has not been seen. */
export function wordForm({ form, surroundings }: FormUse): Text {
  const title = surroundings.forms.find(({ id }) => id === form)?.title ?? form;
  return { ja: `「${title}」`, en: `“${title}”` };
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
        ja: `ページのフォームに data-sodate-form="${form}" と書いてあるか、確かめてください。`,
        en: `Make sure that the form on the page carries data-sodate-form="${form}".`,
      },
    },
  ];
}
