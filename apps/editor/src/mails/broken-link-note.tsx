import { useTexts } from '../language/use-texts.ts';
import { Icon } from '../parts/icon.tsx';
import { linkAsWritten } from './link-as-written.ts';
import classes from './mail-editor.module.css';
import type { texts } from './texts.ja.ts';
import type { BrokenLink } from './use-broken-links.ts';

/** Below the address of a button: that there is no such page, and the one that was meant. */
export function BrokenLinkNote({
  link: { address, fault, meant },
  onReplace,
}: {
  link: BrokenLink;
  onReplace: ((address: string) => void) | undefined;
}) {
  const t = useTexts<typeof texts>('mails');
  return (
    <span className={classes.broken}>
      <Icon name="alert" size={14} />
      <span>
        {t(fault === 'gone' ? 'link.gone' : 'link.noHost')}
        {meant !== undefined && t('link.meant', { meant: linkAsWritten({ address: meant, beside: address }) })}{' '}
        {meant !== undefined && onReplace !== undefined && (
          <button type="button" className="link" onClick={() => onReplace(meant)}>
            {t('link.replace')}
          </button>
        )}
      </span>
    </span>
  );
}
