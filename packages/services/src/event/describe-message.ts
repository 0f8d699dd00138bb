import type { JsonObject } from '@sodate/journey/json';
import { cutText } from '../as-storable.ts';
import type { Message } from './message.ts';
import type { EventFacts } from './new-event.ts';
import { pageOfUrl } from './page-of-url.ts';
import { readSource } from './read-first-touch.ts';
import { readForm } from './read-form.ts';

/** The event that a message makes; undefined for those that only say who somebody is. */
export function describeMessage({ message }: { message: Message }): EventFacts | undefined {
  const source = readSource({ message });
  const common = {
    occurredAt: message.occurredAt,
    ...(message.messageId === undefined ? {} : { messageId: message.messageId }),
    ...(source === undefined ? {} : { source }),
  };
  switch (message.type) {
    case 'page':
      return { ...common, ...describePage(message) };
    case 'track':
      return { ...common, ...(describeForm(message) ?? describeCustom(message)) };
    case 'screen':
      return { ...common, ...describeCustom(message) };
    case 'identify':
    case 'group':
    case 'alias':
      return undefined;
  }
}

function describePage({ url, title, referrer, properties }: Message): EventFacts {
  const thing = url === undefined ? undefined : pageOfUrl({ kind: 'page', url, ...(title ? { title } : {}) });
  // Path, search and title are in the interned page already, or in the address.
  const { path: _path, search: _search, title: _title, ...rest } = properties;
  return {
    name: 'page-viewed',
    ...(thing === undefined ? {} : { thing }),
    properties: { ...rest, ...(url === undefined ? {} : { url }), ...(referrer === undefined ? {} : { referrer }) },
  };
}

function describeForm(message: Message): EventFacts | undefined {
  const sent = readForm({ message });
  if (sent === undefined) return undefined;
  const labels = Object.keys(sent.labels).length === 0 ? {} : { labels: sent.labels };
  const properties: JsonObject = {
    fields: sent.fields,
    ...labels,
    ...(message.url === undefined ? {} : { url: message.url }),
  };
  const title = message.title === undefined ? {} : { title: cutText(message.title, 300) };
  return { name: 'form-submitted', thing: { kind: 'form', key: sent.form, ...title }, properties };
}

function describeCustom({ name, type, properties }: Message): EventFacts {
  return { name: 'custom', thing: { kind: 'custom', key: cutText(name ?? type, 200) }, properties };
}
