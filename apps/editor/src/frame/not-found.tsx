import { Link } from '@tanstack/react-router';
import { useTexts } from '../language/use-texts.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import type { texts } from './texts.ja.ts';

export function NotFound() {
  const t = useTexts<typeof texts>('frame');
  return (
    <EmptyState title={t('notFound')} help={t('notFoundHelp')}>
      <Link className="link" to="/">
        {t('toHome')}
      </Link>
    </EmptyState>
  );
}
