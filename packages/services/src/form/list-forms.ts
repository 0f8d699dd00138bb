import type { Context } from '../context.ts';
import { type ListedThing, type ListThingsInput, listThings } from '../event/list-things.ts';
import type { Page } from '../page.ts';

/** Forms that have been sent at least once, for pickers. */
export async function listForms(request: { context: Context; input: ListThingsInput }): Promise<Page<ListedThing>> {
  return listThings({ ...request, kind: 'form' });
}
