import { addedByPerson } from './added-by-person/definition.ts';
import { end } from './end/definition.ts';
import { formSubmitted } from './form-submitted/definition.ts';
import type { NodeDefinition } from './kit/define-node.ts';
import { pageVisit } from './page-visit/definition.ts';
import { sendMail } from './send-mail/definition.ts';
import { wait } from './wait/definition.ts';

/** The node types that come with the product, in the order the palette shows them. */
export const builtIn = [
  formSubmitted,
  pageVisit,
  addedByPerson,
  wait,
  sendMail,
  end,
] as const satisfies readonly NodeDefinition[];
