import { Button, Checkbox, Modal, Radio, SegmentedControl, Stack } from '@mantine/core';
import type { JourneyHead } from '@sodate/services/journey/get-journey';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { CopyField } from '../parts/copy-field.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import classes from './share-dialog.module.css';
import { ShareList } from './share-list.tsx';
import type { texts } from './texts.ja.ts';

/** In days; the server takes no other. */
const shareLives = [7, 30, 90] as const;

type Days = (typeof shareLives)[number] | null;

/** Makes links by which this journey is read without signing in, and shows those there are. */
export function ShareDialog({ head, onClose }: { head: JourneyHead; onClose: () => void }) {
  const t = useTexts<typeof texts>('share');
  const [link, setLink] = useState<string>();
  return (
    <Modal opened onClose={onClose} title={t('share')} size={560} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="md">
        <p>{t('shareHelp')}</p>
        <ShareForm head={head} onMade={setLink} />
        {link !== undefined && (
          <div className={classes.made} role="status">
            <b>{t('made')}</b>
            <CopyField value={link} label={t('made')} />
            <p>{t('madeHelp')}</p>
          </div>
        )}
        <ShareList journey={head.id} />
      </Stack>
    </Modal>
  );
}

function ShareForm({ head, onMade }: { head: JourneyHead; onMade: (link: string) => void }) {
  const t = useTexts<typeof texts>('share');
  const none = head.version === null;
  const [shows, setShows] = useState<'published' | 'draft'>(none ? 'draft' : 'published');
  const [withCounts, setWithCounts] = useState(false);
  const [days, setDays] = useState<Days>(30);
  const make = useMutation(
    trpc.shares.make.mutationOptions({
      onSuccess: async (made) => {
        onMade(made.link);
        await queryClient.invalidateQueries(trpc.shares.list.pathFilter());
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ journey: head.id, shows, withCounts, days });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Radio.Group
          label={t('shows')}
          value={shows}
          onChange={(value) => setShows(value === 'draft' ? 'draft' : 'published')}
        >
          <Stack gap="xs" mt={6}>
            <Radio
              value="published"
              label={t('shows-published')}
              description={t(none ? 'shows-publishedNone' : 'shows-publishedHelp')}
              disabled={none}
            />
            <Radio value="draft" label={t('shows-draft')} description={t('shows-draftHelp')} />
          </Stack>
        </Radio.Group>
        <Checkbox
          label={t('withCounts')}
          description={t('withCountsHelp')}
          checked={withCounts}
          onChange={(event) => setWithCounts(event.currentTarget.checked)}
        />
        <div>
          <p className={classes.label}>{t('days')}</p>
          <SegmentedControl
            size="xs"
            aria-label={t('days')}
            value={String(days)}
            onChange={(value) => setDays(shareLives.find((one) => String(one) === value) ?? null)}
            data={[
              ...shareLives.map((count) => ({ value: String(count), label: t('days-some', { count }) })),
              { value: 'null', label: t('days-none') },
            ]}
          />
        </div>
        <Button type="submit" loading={make.isPending} className={classes.make ?? ''}>
          {t('make')}
        </Button>
      </Stack>
    </form>
  );
}
