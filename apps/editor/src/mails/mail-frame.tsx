import classes from './mail-preview.module.css';

/** A mail's HTML where it can do nothing: no scripts, no origin; its links open in a new tab. */
export function MailFrame({ title, html }: { title: string; html: string }) {
  return (
    <iframe
      // A frame that only changed its document would add to the browser's history, and Back would lead nowhere.
      key={html}
      className={classes.frame}
      title={title}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={withBlankTarget(html)}
    />
  );
}

function withBlankTarget(html: string): string {
  const base = '<base target="_blank">';
  return html.includes('<head>') ? html.replace('<head>', `<head>${base}`) : base + html;
}
