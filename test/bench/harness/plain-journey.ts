import { condition, defineSignal, proxyActivities, setHandler, sleep } from '@temporalio/workflow';

/** What a developer would write by hand for the same journey: ordinary activities, state in the workflow. */
export interface PlainActivities {
  sendMail(call: { readonly lead: string; readonly number: number }): Promise<void>;
  readTotal(call: { readonly lead: string }): Promise<number>;
}

export const clicked = defineSignal('clicked');

const { sendMail, readTotal } = proxyActivities<PlainActivities>({ startToCloseTimeout: '30 s' });

export async function plainJourney({ lead, waitMs }: { lead: string; waitMs: number }): Promise<void> {
  let hasClicked = false;
  setHandler(clicked, () => {
    hasClicked = true;
  });
  await sleep(waitMs);
  await sendMail({ lead, number: 1 });
  const score = await readTotal({ lead });
  if (score < 0) return;
  await condition(() => hasClicked);
  await sendMail({ lead, number: 2 });
}
