import type { LeadId } from '@sodate/journey/id';
import type { Text } from '@sodate/journey/text';

/**
 * A request that cannot be carried out as asked: the caller's to mend. `message` is for the user, in both
 * languages; `field` is the place in the input. Knows nothing of HTTP; the API maps `kind` to a status.
 */
export class RequestError extends Error {
  readonly kind: 'invalid' | 'not-found' | 'conflict' | 'forbidden' | 'too-large';
  readonly text: Text;
  readonly field: string | undefined;
  /** The lead that stands in the way. */
  readonly lead: LeadId | undefined;

  constructor({
    kind,
    text,
    field,
    lead,
  }: {
    kind: RequestError['kind'];
    text: Text;
    field?: string;
    lead?: LeadId;
  }) {
    super(text.en);
    this.name = 'RequestError';
    this.kind = kind;
    this.text = text;
    this.field = field;
    this.lead = lead;
  }
}

export function invalid(text: Text, field?: string): RequestError {
  return new RequestError({ kind: 'invalid', text, ...(field === undefined ? {} : { field }) });
}

export function notFound(text: Text): RequestError {
  return new RequestError({ kind: 'not-found', text });
}

export function conflict(text: Text, field?: string): RequestError {
  return new RequestError({ kind: 'conflict', text, ...(field === undefined ? {} : { field }) });
}

export function forbidden(text: Text): RequestError {
  return new RequestError({ kind: 'forbidden', text });
}
