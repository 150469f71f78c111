import { useTranslation } from 'react-i18next';
import { Notice } from '../parts/notice.tsx';

/** What the sign-in library says of a one-time link that does not work (any more). */
const linkErrors = ['EXPIRED_TOKEN', 'INVALID_TOKEN', 'ATTEMPTS_EXCEEDED'];

/** Somebody tried to come in another way and was sent here. */
export function SentBack({ error }: { error: string }) {
  const { t } = useTranslation();
  return linkErrors.includes(error) ? (
    <Notice tone="warning" title={t('signIn.linkExpired')} text={t('signIn.linkExpiredText')} />
  ) : (
    <Notice
      tone="fault"
      title={t('signIn.ssoFailed')}
      text={t('signIn.ssoFailedText', { code: error.slice(0, 80).replaceAll('`', '') })}
    />
  );
}
