import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../src/contracts/overview/index.ts';
import { useFormats } from '../language/use-formats.ts';
import { Panel } from '../parts/panel.tsx';
import classes from './tile.module.css';

const dataClasses = ['public', 'licensed', 'clinical'] as const;

export function SourcesTile({ sources }: { sources: Overview['sources'] }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const total = dataClasses.reduce((sum, name) => sum + sources[name], 0);
  return (
    <Panel title={t('overview.sources')} figure={number(total)}>
      <div className={classes.bar} aria-hidden="true">
        {dataClasses.map(
          name =>
            sources[name] > 0 && (
              <span key={name} data-class={name} style={{ flexGrow: sources[name] }} />
            ),
        )}
      </div>
      {total === 0 ? (
        <p className={classes.quiet}>{t('overview.noSources')}</p>
      ) : (
        <dl className={classes.rows}>
          {dataClasses.map(name => (
            <div key={name}>
              <dt>
                <span className={classes.swatch} data-class={name} aria-hidden="true" />
                {t(`classes.${name}`)}
              </dt>
              <dd>{number(sources[name])}</dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}
