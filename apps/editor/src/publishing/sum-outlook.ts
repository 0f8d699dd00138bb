import type { NodeChoice } from '@sodate/database/schema/journey';
import type { NodeId } from '@sodate/journey/id';
import type { NodeOutlook, OutlookHours, SendOutlook } from '@sodate/services/journey/read-send-outlook';

interface Held {
  readonly node: NodeId;
  readonly leads: number;
  readonly testLeads: number;
  readonly standard: NodeChoice;
  readonly outlook: OutlookHours & Pick<NodeOutlook, 'leads'>;
}

/** Whole mails for each hour, after a publish with these choices. */
export function sumOutlook({
  whole,
  nodes,
  choices,
}: {
  whole: Pick<SendOutlook, 'arriving'>;
  nodes: readonly Held[];
  choices: Readonly<Record<NodeId, NodeChoice>>;
}): readonly number[] {
  const all = nodes.map((held) => hoursOf({ whole, held, choice: choices[held.node] ?? held.standard }));
  const hours = all[0]?.map((_, hour) => all.reduce((sum, one) => sum + (one[hour] ?? 0), 0)) ?? [];
  return hours.map(Math.round);
}

function hoursOf({
  whole,
  held: { outlook, leads, testLeads },
  choice,
}: {
  whole: Pick<SendOutlook, 'arriving'>;
  held: Held;
  choice: NodeChoice;
}): readonly number[] {
  switch (choice.kind) {
    case 'finish':
      return outlook.finish;
    case 'follow':
      return choice.past === 'go-on-now' ? outlook.goOnNow : outlook.follow;
    case 'move': {
      const mails = whole.arriving[choice.to] ?? 0;
      if (choice.at === 'old-time') return outlook.leads.map((count) => count * mails);
      return outlook.leads.map((_, hour) => (hour === 0 ? (leads - testLeads) * mails : 0));
    }
    default:
      return choice satisfies never;
  }
}

/** Whole calls of what lies outside, in all hours together; undefined where none are made. */
export function sumCalls({
  whole: { calls },
  nodes,
  choices,
}: {
  whole: Pick<SendOutlook, 'calls'>;
  nodes: readonly (Held & { readonly outlook: NodeOutlook })[];
  choices: Readonly<Record<NodeId, NodeChoice>>;
}): number | undefined {
  if (calls === null) return undefined;
  const held = nodes.map((one) => ({ ...one, outlook: { ...one.outlook.calls, leads: one.outlook.leads } }));
  return sumOutlook({ whole: calls, nodes: held, choices }).reduce((sum, count) => sum + count, 0);
}
