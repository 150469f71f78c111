import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { invitationSchema, type Person, roles } from '../../../src/contracts/people/index.ts';
import { type Invitation, invite, type OneTimeLink } from '../api/people.ts';
import { Failure } from '../parts/failure.tsx';
import classes from './dialog.module.css';

type InviteDialogProps = {
  opened: boolean;
  onClose(): void;
  onInvited(invited: { person: Person; link: OneTimeLink }): void;
};

export function InviteDialog({ opened, onClose, onInvited }: InviteDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('people.inviteTitle')}
      closeButtonProps={{ 'aria-label': t('people.cancel') }}
      classNames={{ title: classes.title }}
    >
      <InviteForm onClose={onClose} onInvited={onInvited} />
    </Modal>
  );
}

function InviteForm({ onClose, onInvited }: Omit<InviteDialogProps, 'opened'>) {
  const { t } = useTranslation();
  const fields = invitationSchema.shape;
  const form = useForm<Invitation>({
    initialValues: { name: '', email: '', role: 'viewer' },
    validate: {
      name: name => (fields.name.safeParse(name).success ? null : t('people.nameMissing')),
      email: email =>
        fields.email.safeParse(email.trim()).success ? null : t('people.emailInvalid'),
    },
  });
  const inviting = useMutation({ mutationFn: invite, onSuccess: onInvited });
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit(values => inviting.mutate({ ...values, email: values.email.trim() }))}
    >
      <p className={classes.text}>{t('people.inviteText')}</p>
      <TextInput
        label={t('people.name')}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('people.email')}
        type="email"
        autoComplete="off"
        {...form.getInputProps('email')}
      />
      <NativeSelect
        label={t('people.role')}
        data={roles.map(role => ({ value: role, label: t(`roles.${role}`) }))}
        {...form.getInputProps('role')}
      />
      {inviting.error && <Failure error={inviting.error} />}
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          {t('people.cancel')}
        </Button>
        <Button type="submit" loading={inviting.isPending}>
          {t('people.inviteAction')}
        </Button>
      </div>
    </form>
  );
}
