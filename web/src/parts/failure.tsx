import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error.ts';
import { useNames } from '../language/use-names.ts';
import { Notice } from './notice.tsx';

type FailureProps = { error: unknown; onRetry?: () => void };

/** Something failed: in the reader's language where the code is known, else in the server's
 *  own words. */
export function Failure({ error, onRetry }: FailureProps) {
  const { t } = useTranslation();
  const { failureOf } = useNames();
  const { title, text } = wordsFor(error, failureOf);
  return (
    <Notice tone="fault" title={title} text={text}>
      {onRetry && (
        <Button variant="default" size="xs" onClick={onRetry}>
          {t('shell.retry')}
        </Button>
      )}
    </Notice>
  );
}

function wordsFor(
  error: unknown,
  failureOf: (code: string) => { title: string; text: string } | undefined,
): { title: string; text: string | undefined } {
  if (!(error instanceof ApiError)) return failureOf('page-failed')!;
  const known = failureOf(error.code);
  if (known) return known;
  return { title: error.message || error.code, text: error.hint };
}
