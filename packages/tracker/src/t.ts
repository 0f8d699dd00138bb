import { clickToken, formFields, withoutToken } from './read-page.ts';

interface Tracker {
  track(name: string, properties?: object): void;
  identify(userId: string | null, traits?: object): void;
  page(properties?: object): void;
  /** One of the above by its name: works before the script has come as well, when this is an array. */
  push(call: Call): void;
}

type Call = readonly [name: 'track' | 'identify' | 'page', ...rest: unknown[]];

declare global {
  interface Window {
    /** Before the script has come: an array of calls to make. After: the tracker. */
    sodate?: Call[] | Tracker;
  }
}

const { currentScript } = document;
const key = currentScript?.dataset.key;
const cookieName = 'sodate_id';
const yearS = 31_536_000;

/** The browser's id: kept for a year from the last visit, read by the site's own pages only. */
const anonymousId = document.cookie.match(`(?:^|; )${cookieName}=([^;]+)`)?.[1] ?? newId();
const secure = location.protocol === 'https:' ? '; Secure' : '';
// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere, and none without https
document.cookie = `${cookieName}=${anonymousId}; Path=/; Max-Age=${yearS}; SameSite=Lax${secure}`;

let referrer = document.referrer;
let shown = '';

/** crypto.randomUUID is missing on pages without https. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function send(type: string, content: object): void {
  const click = clickToken(location.href);
  const body = JSON.stringify({
    type,
    // Without a time of its own: it is sent at once, and the server's clock is the better one
    messageId: newId(),
    anonymousId,
    writeKey: key,
    context: { page: { url: withoutToken(location.href), referrer, title: document.title }, click },
    ...content,
  });
  const url = new URL(`/v1/${type[0]}`, (currentScript as HTMLScriptElement).src).href;
  // A beacon outlives the page and holds nothing up; refused where the queue is full.
  if (!navigator.sendBeacon(url, body)) fetch(url, { method: 'POST', body, keepalive: true }).catch(() => {});
}

const tracker: Tracker = {
  track: (event, properties) => send('track', { event, properties }),
  identify: (userId, traits) => send('identify', { userId, traits }),
  page: (properties) => send('page', { properties }),
  push: ([name, ...rest]) => (tracker[name] as (...all: unknown[]) => void)(...rest),
};

function showPage(): void {
  const url = withoutToken(location.href);
  if (url.split('#')[0] === shown) return;
  if (shown) referrer = shown;
  tracker.page();
  shown = url.split('#')[0] as string;
  if (url !== location.href) history.replaceState(history.state, '', url);
}

if (key) {
  const { sodate: early } = window;
  window.sodate = tracker;
  showPage();
  if (Array.isArray(early)) for (const call of early) tracker.push(call);
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name];
    history[name] = function change(...rest) {
      original.apply(this, rest);
      // The title of the new page is set after its address.
      setTimeout(showPage);
    };
  }
  addEventListener('popstate', showPage);
  addEventListener('pageshow', (event) => {
    // A page that comes back out of the browser's store is seen again.
    if (event.persisted) {
      shown = '';
      showPage();
    }
  });
  addEventListener(
    'submit',
    ({ target }) => {
      const form = target as HTMLFormElement;
      const id = form.dataset.sodateForm;
      if (id) tracker.track('Form Submitted', { form: id, ...formFields(form) });
    },
    true,
  );
}
