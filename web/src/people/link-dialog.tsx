import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../src/contracts/people/index.ts';
import type { OneTimeLink } from '../api/people.ts';
import { useFormats } from '../language/use-formats.ts';
import { Copyable } from '../parts/copyable.tsx';
import classes from './dialog.module.css';

type LinkDialogProps = {
  made: { person: Person; link: OneTimeLink } | undefined;
  onClose(): void;
};

/** Shows a link the one time that it can be seen. A click beside the dialog does not lose it. */
export function LinkDialog({ made, onClose }: LinkDialogProps) {
  const { t } = useTranslation();
  const { dateTime } = useFormats();
  return (
    <Modal
      opened={made !== undefined}
      onClose={onClose}
      closeOnClickOutside={false}
      title={made && t('people.linkTitle', { name: made.person.name })}
      closeButtonProps={{ 'aria-label': t('people.close') }}
      classNames={{ title: classes.title }}
    >
      {made && (
        <div className={classes.form}>
          <p className={classes.text}>{t('people.linkText')}</p>
          <Copyable text={made.link.url} label={t('people.copyLink')} long />
          <p className={classes.text}>
            {t('people.linkExpires', { time: dateTime(made.link.expiresAt) })}
          </p>
          <div className={classes.actions}>
            <Button onClick={onClose}>{t('people.close')}</Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
