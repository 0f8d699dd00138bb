import { createHmac, timingSafeEqual } from 'node:crypto';
import { asId, type Id } from '@sodate/journey/id';

export type MailTokenKind = 'open' | 'click' | 'unsubscribe';

/** What a link in a mail says. The target of a click never stands in it. */
export interface MailToken {
  readonly kind: MailTokenKind;
  readonly sentMail: Id<'sent-mail'>;
  /** The link's number; 0 for the other kinds. */
  readonly link: number;
}

/** Keys by number; the highest signs, all are believed, so that a key may be replaced. */
export type TrackingKeys = ReadonlyMap<number, string>;

const kinds: readonly MailTokenKind[] = ['open', 'click', 'unsubscribe'];

// kind 1, key 1, link 2, mail 16, signature 12: forging one takes 2^96 tries.
const bodyBytes = 20;
const signatureBytes = 12;
const tokenLength = Math.ceil(((bodyBytes + signatureBytes) * 8) / 6);

/** A token of 43 letters for a URL. @throws where there is no key. */
export function signMailToken({ keys, token }: { keys: TrackingKeys; token: MailToken }): string {
  const keyId = Math.max(...keys.keys());
  const key = keys.get(keyId);
  if (key === undefined) throw new Error('there is no tracking key');
  const body = Buffer.alloc(bodyBytes);
  body.writeUInt8(kinds.indexOf(token.kind), 0);
  body.writeUInt8(keyId, 1);
  body.writeUInt16BE(token.link, 2);
  Buffer.from(token.sentMail.replaceAll('-', ''), 'hex').copy(body, 4);
  return Buffer.concat([body, signatureOf({ key, body })]).toString('base64url');
}

/** What a token says; undefined where it is none of ours, was changed, or is of another kind than asked for. */
export function readMailToken({
  keys,
  text,
  kind,
}: {
  keys: TrackingKeys;
  text: string;
  kind: MailTokenKind;
}): MailToken | undefined {
  const bytes = bytesOf(text);
  if (bytes === undefined) return undefined;
  const body = bytes.subarray(0, bodyBytes);
  const key = keys.get(body.readUInt8(1));
  if (key === undefined || !timingSafeEqual(signatureOf({ key, body }), bytes.subarray(bodyBytes))) return undefined;
  const token = tokenOf(body);
  return token?.kind === kind ? token : undefined;
}

/** What a token claims to be, its signature unread: for finding a known mail's own tokens, whatever key signed them. */
export function readMailTokenUnproven(text: string): MailToken | undefined {
  const bytes = bytesOf(text);
  return bytes === undefined ? undefined : tokenOf(bytes);
}

function bytesOf(text: string): Buffer | undefined {
  if (text.length !== tokenLength || !/^[\w-]+$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  // Several spellings may decode to the same bytes; only ours counts.
  if (bytes.length !== bodyBytes + signatureBytes || bytes.toString('base64url') !== text) return undefined;
  return bytes;
}

function tokenOf(bytes: Buffer): MailToken | undefined {
  const kind = kinds[bytes.readUInt8(0)];
  if (kind === undefined) return undefined;
  return { kind, sentMail: asId(uuidOf(bytes.subarray(4, bodyBytes))), link: bytes.readUInt16BE(2) };
}

function signatureOf({ key, body }: { key: string; body: Buffer }): Buffer {
  return createHmac('sha256', key).update(body).digest().subarray(0, signatureBytes);
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
