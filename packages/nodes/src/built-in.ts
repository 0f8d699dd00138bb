import { addScore } from './add-score/definition.ts';
import { addedByPerson } from './added-by-person/definition.ts';
import { branch } from './branch/definition.ts';
import { branchOnScore } from './branch-on-score/definition.ts';
import { changeStage } from './change-stage/definition.ts';
import { end } from './end/definition.ts';
import { formSubmitted } from './form-submitted/definition.ts';
import { goal } from './goal/definition.ts';
import { handOff } from './hand-off/definition.ts';
import type { NodeDefinition } from './kit/define-node.ts';
import { pageVisit } from './page-visit/definition.ts';
import { sendMail } from './send-mail/definition.ts';
import { setAttribute } from './set-attribute/definition.ts';
import { split } from './split/definition.ts';
import { wait } from './wait/definition.ts';
import { waitFor } from './wait-for/definition.ts';

/** The node types that come with the product, in the order the palette shows them. */
export const builtIn = [
  formSubmitted,
  pageVisit,
  addedByPerson,
  wait,
  waitFor,
  sendMail,
  branchOnScore,
  branch,
  split,
  handOff,
  setAttribute,
  addScore,
  changeStage,
  goal,
  end,
] as const satisfies readonly NodeDefinition[];
