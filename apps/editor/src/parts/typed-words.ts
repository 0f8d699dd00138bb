import type { Mutation, MutationCache } from '@tanstack/react-query';

/** What has been typed into a form, until the server has taken it. */
export interface TypedWords {
  /** Something was typed. */
  readonly note: () => void;
  /** What is asked of the server from here to `submitted` carries what was typed. */
  readonly submitting: () => void;
  readonly submitted: () => void;
  readonly forget: () => void;
  /** Whether it would be lost: neither taken nor on its way. What the server refuses would be. */
  readonly wouldBeLost: () => boolean;
}

export function createTypedWords(mutations: MutationCache): TypedWords {
  let typed = false;
  let sent: Pick<Mutation, 'state'> | undefined;
  let stopListening = () => {};
  return {
    note: () => {
      typed = true;
      // What is typed while the rest is on its way does not go with it.
      sent = undefined;
    },
    submitting: () => {
      stopListening = mutations.subscribe((event) => {
        if (event.type === 'added') sent = event.mutation;
      });
    },
    submitted: () => stopListening(),
    forget: () => {
      typed = false;
      sent = undefined;
    },
    wouldBeLost: () => typed && sent?.state.status !== 'pending' && sent?.state.status !== 'success',
  };
}
