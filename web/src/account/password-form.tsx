import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Me, meQuery, savePassword } from '../api/me.ts';
import { Failure } from '../parts/failure.tsx';
import { Notice } from '../parts/notice.tsx';
import { checkPassword } from './check-password.ts';
import classes from './password-form.module.css';

const empty = { current: '', password: '', repeat: '' };

export function PasswordForm({ me }: { me: Me }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: empty,
    validate: values => {
      const found = checkPassword(values, me.hasPassword);
      return Object.fromEntries(
        Object.entries(found).map(([field, wrong]) => [field, t(`account.${wrong}`)]),
      );
    },
  });
  const saving = useMutation({
    mutationFn: savePassword,
    onSuccess: async () => {
      form.reset();
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit(({ current, password }) =>
        saving.mutate({ password, ...(me.hasPassword ? { current } : {}) }),
      )}
    >
      <p className={classes.text}>{t(me.hasPassword ? 'account.changeText' : 'account.setText')}</p>
      {/* Password managers want to know whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={me.email} readOnly hidden />
      {me.hasPassword && (
        <PasswordInput
          label={t('account.current')}
          autoComplete="current-password"
          {...form.getInputProps('current')}
        />
      )}
      <PasswordInput
        label={t('account.next')}
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
      <PasswordInput
        label={t('account.repeat')}
        autoComplete="new-password"
        {...form.getInputProps('repeat')}
      />
      {saving.error && <Failure error={saving.error} />}
      {saving.isSuccess && <Notice tone="good" title={t('account.saved')} />}
      <div>
        <Button type="submit" loading={saving.isPending}>
          {t(me.hasPassword ? 'account.change' : 'account.set')}
        </Button>
      </div>
    </form>
  );
}
