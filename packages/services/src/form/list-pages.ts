import type { Context } from '../context.ts';
import { type ListedThing, type ListThingsInput, listThings } from '../event/list-things.ts';
import type { Page } from '../page.ts';

/** Pages that have been viewed at least once, for pickers. */
export async function listPages(request: { context: Context; input: ListThingsInput }): Promise<Page<ListedThing>> {
  return listThings({ ...request, kind: 'page' });
}
