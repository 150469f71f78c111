import { useTranslation } from 'react-i18next';
import { Copyable } from '../parts/copyable.tsx';
import { Notice } from '../parts/notice.tsx';

/** Before the first build. */
export function NoBuild() {
  const { t } = useTranslation();
  return (
    <Notice tone="empty" title={t('overview.noBuildTitle')} text={t('overview.noBuildText')}>
      <Copyable text="./spinemed build" prompt />
    </Notice>
  );
}
