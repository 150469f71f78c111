import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/me.ts';
import { useFormats } from '../language/use-formats.ts';
import classes from './refused-count.module.css';

/** What was not let out, and the way to the reasons for who may read them. */
export function RefusedCount({ count }: { count: number }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { data: me } = useQuery(meQuery);
  if (count === 0) return number(count);
  const shared = { className: classes.root, title: t('models.refusedHelp') };
  if (me?.role !== 'admin') return <span {...shared}>{number(count)}</span>;
  return (
    <Link
      {...shared}
      to="/audit"
      aria-label={t('models.seeAudit', { count, figure: number(count) })}
    >
      {number(count)}
    </Link>
  );
}
