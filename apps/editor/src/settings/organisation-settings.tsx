import { Button, NumberInput, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useTexts } from '../language/use-texts.ts';
import { Panel } from '../parts/panel.tsx';
import { showSaved } from '../parts/show-saved.ts';
import { UnsavedGuard } from '../parts/unsaved-guard.tsx';
import { queryClient } from '../server/query-client.ts';
import { trpc } from '../server/trpc.ts';
import { sessionQuery } from '../server/use-session.ts';
import { zones } from '../set-up/zones.ts';
import { MadeUpLeads } from './made-up-leads.tsx';
import { PublicAddress } from './public-address.tsx';
import classes from './settings.module.css';
import { TestSender } from './test-sender.tsx';
import type { texts } from './texts.ja.ts';

export function OrganisationSettings() {
  const t = useTexts<typeof texts>('settings');
  const { data: organisation } = useSuspenseQuery(trpc.organisation.read.queryOptions());
  const { sender, quietHours } = organisation;
  const form = useForm({
    initialValues: {
      name: organisation.name,
      zone: organisation.zone,
      sender,
      quiet: quietHours !== null,
      quietHours: quietHours ?? { from: '21:00', to: '08:00' },
      mailsPerWeek: organisation.mailsPerWeek ?? ('' as number | ''),
    },
  });
  const update = useMutation(
    trpc.organisation.update.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: trpc.organisation.pathKey() }),
          queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
        ]);
      },
    }),
  );
  const save = (values: typeof form.values) => {
    const { quiet, quietHours: hours, mailsPerWeek, ...rest } = values;
    const wanted = {
      ...rest,
      quietHours: quiet ? hours : null,
      mailsPerWeek: mailsPerWeek === '' ? null : mailsPerWeek,
    };
    update.mutate(wanted, {
      onSuccess: () => {
        form.resetDirty(values);
        showSaved(t('saved'));
      },
    });
  };
  const unsaved = form.isDirty();
  return (
    <form onSubmit={form.onSubmit(save)}>
      <UnsavedGuard unsaved={unsaved} saving={update.isPending} />
      <Stack gap="md">
        <Panel title={t('organisation.basics')}>
          <Stack gap="sm">
            <TextInput label={t('organisation.name')} required {...form.getInputProps('name')} />
            <Select
              label={t('organisation.zone')}
              description={t('organisation.zoneHelp')}
              data={zones}
              searchable
              required
              allowDeselect={false}
              {...form.getInputProps('zone')}
            />
          </Stack>
        </Panel>
        <Panel title={t('organisation.sender')}>
          <Stack gap="sm">
            <div className={classes.pair}>
              <TextInput label={t('organisation.senderName')} required {...form.getInputProps('sender.name')} />
              <TextInput
                label={t('organisation.senderEmail')}
                type="email"
                required
                {...form.getInputProps('sender.email')}
              />
            </div>
            <Textarea
              label={t('organisation.postalAddress')}
              description={t('organisation.postalAddressHelp')}
              maxLength={500}
              autosize
              minRows={2}
              {...form.getInputProps('sender.postalAddress')}
            />
            <TestSender sender={form.values.sender} />
          </Stack>
        </Panel>
        <Panel title={t('organisation.limits')}>
          <Stack gap="sm">
            <Switch
              label={t('organisation.quiet')}
              description={t('organisation.quietHelp')}
              {...form.getInputProps('quiet', { type: 'checkbox' })}
            />
            {form.values.quiet && (
              <div className={classes.pair}>
                <TextInput
                  type="time"
                  label={t('organisation.from')}
                  required
                  {...form.getInputProps('quietHours.from')}
                />
                <TextInput type="time" label={t('organisation.to')} required {...form.getInputProps('quietHours.to')} />
              </div>
            )}
            <NumberInput
              label={t('organisation.mailsPerWeek')}
              description={t('organisation.mailsPerWeekHelp')}
              suffix={` ${t('organisation.perWeek')}`}
              min={1}
              max={100}
              allowDecimal={false}
              maw={220}
              {...form.getInputProps('mailsPerWeek')}
            />
          </Stack>
        </Panel>
        <div className={classes.save} data-unsaved={unsaved || undefined}>
          <Button type="submit" loading={update.isPending}>
            {t('save')}
          </Button>
          {unsaved && <span>{t('unsaved')}</span>}
        </div>
        <PublicAddress />
        <MadeUpLeads />
      </Stack>
    </form>
  );
}
