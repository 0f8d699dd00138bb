import type { NodeId } from '@sodate/journey/id';
import type { DraftCompany, PresentPerson } from '@sodate/services/journey/read-company';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StoredCommand } from '../draft/draft-types.ts';
import { touchedNodes } from './touched-nodes.ts';

/** Who else is at the journey, what they have just changed, and where comments are open. */
export interface CompanyState {
  /** Others, and one's own further tabs. */
  readonly people: readonly PresentPerson[];
  readonly openComments: DraftCompany['openComments'];
  /** The tab that has just changed a node. */
  readonly touched: Readonly<Record<NodeId, string>>;
  /** The latest change by somebody else: for a screen reader. */
  readonly latest: { readonly clientId: string; readonly nodes: readonly NodeId[] } | undefined;
}

export interface CompanyStore extends StoreApi<CompanyState> {
  /** This browser tab. */
  readonly clientId: string;
  meet(company: DraftCompany): void;
  /** Takes in what has been stored; one's own commands are passed over. */
  see(commands: readonly StoredCommand[]): void;
  close(): void;
}

/** How long a change by somebody else stays marked, in milliseconds. */
const markedMs = 6_000;

export function createCompanyStore({
  clientId,
  former = [],
}: {
  clientId: string;
  /** What this tab was called before it was loaded anew: it may count as present for a while. */
  former?: readonly string[];
}): CompanyStore {
  const own = [clientId, ...former];
  const store = createStore<CompanyState>(() => ({ people: [], openComments: {}, touched: {}, latest: undefined }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  return Object.assign(store, {
    clientId,
    meet: ({ people, openComments }: DraftCompany) =>
      store.setState({ people: people.filter((one) => !own.includes(one.clientId)), openComments }),
    see: (commands: readonly StoredCommand[]) => {
      const others = commands.filter((one) => one.clientId !== undefined && one.clientId !== clientId);
      const touched: Record<NodeId, string> = { ...store.getState().touched };
      for (const { command, clientId: by = '' } of others) for (const node of touchedNodes(command)) touched[node] = by;
      const last = others.at(-1);
      if (last === undefined) return;
      store.setState({ touched, latest: { clientId: last.clientId ?? '', nodes: touchedNodes(last.command) } });
      clearTimeout(timer);
      timer = setTimeout(() => store.setState({ touched: {}, latest: undefined }), markedMs);
    },
    close: () => clearTimeout(timer),
  });
}
