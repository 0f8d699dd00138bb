import type { Command, Refusal } from '@sodate/journey/edit/command';
import type { Graph } from '@sodate/journey/graph/graph';
import type { JourneyId, NodeId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';
import type { Problem } from '@sodate/journey/validate/problem';

/** A command given here that the server has not confirmed yet. */
export interface PendingCommand {
  readonly id: string;
  readonly command: Command;
  /** It has left for the server at least once: it may be stored already, so it must not be changed any more. */
  readonly sent: boolean;
}

export interface StoredCommand {
  readonly revision: number;
  readonly id: string;
  /** The tab it was given in. */
  readonly clientId?: string;
  readonly command: Command;
}

/** What the server tells, in answer to commands or by itself. */
export interface DraftNews {
  readonly revision: number;
  readonly savedAt: number;
  readonly since:
    | { readonly kind: 'commands'; readonly commands: readonly StoredCommand[] }
    | { readonly kind: 'graph'; readonly graph: Graph };
  readonly summaries: Readonly<Record<NodeId, Text>>;
  readonly problems: readonly Problem[];
  readonly refused?: readonly { readonly id: string; readonly refusal: Refusal }[];
}

export interface LoadedDraft {
  readonly journey: JourneyId;
  readonly revision: number;
  readonly graph: Graph;
  readonly savedAt: number;
  readonly live: { readonly number: number; readonly graph: Graph } | null;
  readonly summaries: Readonly<Record<NodeId, Text>>;
  readonly problems: readonly Problem[];
}

/** The server, as the draft sees it. */
export interface DraftTransport {
  load(): Promise<LoadedDraft>;
  /** @throws CommandsRejected where sending again cannot help; anything else means "try later". */
  send(batch: {
    readonly base: number;
    readonly commands: readonly { readonly id: string; readonly command: Command }[];
  }): Promise<DraftNews>;
  /** Calls `onNews` for every change by anybody, until the returned function is called. */
  watch(listener: { readonly base: number; readonly onNews: (news: DraftNews) => void }): () => void;
}

/** The server understood and said no: bad input, no permission, no such journey. */
export class CommandsRejected extends Error {
  readonly text: Text | undefined;

  constructor(text?: Text) {
    super(text?.en ?? 'the server refused the commands');
    this.name = 'CommandsRejected';
    this.text = text;
  }
}

/** What became of something given here, for a person to read. */
export type DraftNotice =
  /** Commands that no longer applied, because somebody else changed the same place. */
  | { readonly kind: 'overtaken'; readonly count: number }
  | { readonly kind: 'cannot-undo' }
  | { readonly kind: 'rejected'; readonly text: Text | undefined };
