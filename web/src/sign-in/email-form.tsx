import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { invitationSchema } from '../../../src/contracts/people/index.ts';
import { signInByEmail } from '../api/sign-in.ts';
import { Failure } from '../parts/failure.tsx';
import classes from './email-form.module.css';

export function EmailForm({ to }: { to: string }) {
  const { t } = useTranslation();
  const router = useRouter();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: email =>
        invitationSchema.shape.email.safeParse(email.trim()).success
          ? null
          : t('signIn.emailInvalid'),
      password: password => (password ? null : t('signIn.passwordMissing')),
    },
  });
  const signingIn = useMutation({
    mutationFn: signInByEmail,
    onSuccess: async () => {
      queryClient.removeQueries();
      await router.navigate({ href: to, replace: true });
    },
  });
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit(({ email, password }) =>
        signingIn.mutate({ email: email.trim(), password }),
      )}
    >
      <TextInput
        label={t('signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        {...form.getInputProps('email')}
      />
      <PasswordInput
        label={t('signIn.password')}
        name="password"
        autoComplete="current-password"
        {...form.getInputProps('password')}
      />
      {signingIn.error && <Failure error={signingIn.error} />}
      <Button type="submit" fullWidth loading={signingIn.isPending}>
        {t('signIn.action')}
      </Button>
    </form>
  );
}
