/** What each form is called in a list to choose from: its title, with its name behind it where two have the same. */
export function labelForms({
  forms,
  withName,
}: {
  forms: readonly { readonly id: string; readonly title: string }[];
  withName: (form: { readonly id: string; readonly title: string }) => string;
}): ReadonlyMap<string, string> {
  const uses = Map.groupBy(forms, ({ title }) => title);
  return new Map(forms.map((form) => [form.id, uses.get(form.title)?.length === 1 ? form.title : withName(form)]));
}
