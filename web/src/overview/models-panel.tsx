import { useTranslation } from 'react-i18next';
import type { ModelActivity } from '../../../src/contracts/overview/index.ts';
import { Panel } from '../parts/panel.tsx';
import { ModelRow } from './model-row.tsx';
import classes from './models-panel.module.css';
import tile from './tile.module.css';

/** What was asked of every model, and what is under way. */
export function ModelsPanel({ models }: { models: ModelActivity[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('models.title')}>
      {models.length === 0 ? (
        <p className={tile.quiet}>{t('models.none')}</p>
      ) : (
        <div className={classes.frame}>
          <ModelTable models={models} />
          <Notes models={models} />
        </div>
      )}
    </Panel>
  );
}

function ModelTable({ models }: { models: ModelActivity[] }) {
  const { t } = useTranslation();
  return (
    <table className={classes.table} aria-label={t('models.title')}>
      <thead>
        <tr>
          <th scope="col">{t('models.model')}</th>
          <th scope="col">{t('models.underWay')}</th>
          <th scope="col">{t('models.answered')}</th>
          <th scope="col">{t('models.fromLog')}</th>
          <th scope="col">{t('models.lost')}</th>
          <th scope="col">{t('models.rejected')}</th>
          <th scope="col">{t('models.refused')}</th>
          <th scope="col">{t('models.tokens')}</th>
          <th scope="col">{t('models.cost')}</th>
        </tr>
      </thead>
      <tbody>
        {models.map(model => (
          <ModelRow key={model.pool} model={model} />
        ))}
      </tbody>
    </table>
  );
}

/** What the badges say when pointed at, for who cannot point. */
function Notes({ models }: { models: ModelActivity[] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.notes}>
      <p>{t('models.note')}</p>
      {models.some(({ offline }) => offline) && <p>{t('models.offlineHelp')}</p>}
      {models.some(({ egress }) => egress === 'unstated') && (
        <p>{t('models.egressHelp.unstated')}</p>
      )}
    </div>
  );
}
