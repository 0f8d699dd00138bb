import { sameText, type Text } from '@sodate/journey/text';
import { demoForms } from '../../journeys/demo-forms.ts';

export interface OfferedForm {
  readonly id: string;
  readonly title: Text;
}

/** Forms to choose from: those seen so far, then the demo site's, where there is one, that nobody has sent yet. */
export function offerForms({
  forms,
  demo,
}: {
  forms: readonly { readonly id: string; readonly title: string }[];
  demo: boolean;
}): readonly OfferedForm[] {
  const seen = forms.map(({ id, title }) => ({ id, title: sameText(title) }));
  const unseen = demo ? demoForms.filter(({ id }) => !forms.some((form) => form.id === id)) : [];
  return [...seen, ...unseen];
}
