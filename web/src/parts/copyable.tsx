import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from './copy-text.ts';
import classes from './copyable.module.css';
import { CheckIcon, CopyIcon } from './icons.tsx';

type CopyableProps = {
  text: string;
  /** What is copied, for who cannot see it; "Copy" where the text speaks for itself. */
  label?: string;
  prompt?: boolean;
  /** For what fills several lines. */
  long?: boolean;
};

const saidForMs = 2000;

/** A command or a link, to be read or taken along. */
export function Copyable({ text, label, prompt = false, long = false }: CopyableProps) {
  const { t } = useTranslation();
  const shown = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), saidForMs);
    return () => clearTimeout(timer);
  }, [copied]);

  return (
    <div className={classes.root} data-long={long || undefined}>
      <span className={classes.text}>
        {prompt && (
          <span className={classes.prompt} aria-hidden="true">
            ${' '}
          </span>
        )}
        <code ref={shown}>{text}</code>
      </span>
      <button
        type="button"
        className={classes.button}
        aria-label={copied ? undefined : `${label ?? t('shell.copy')}: ${text}`}
        onClick={async () => {
          if (shown.current) setCopied(await copyText(text, shown.current));
        }}
      >
        {copied ? <CheckIcon /> : <CopyIcon />}
        <span className={classes.word}>
          {copied ? t('shell.copied') : (label ?? t('shell.copy'))}
        </span>
      </button>
      <span className={classes.said} aria-live="polite">
        {copied ? t('shell.copied') : ''}
      </span>
    </div>
  );
}
