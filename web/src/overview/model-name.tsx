import { useTranslation } from 'react-i18next';
import type { ModelActivity } from '../../../src/contracts/overview/index.ts';
import { useFormats } from '../language/use-formats.ts';
import { PauseIcon } from '../parts/icons.tsx';
import { addressOfModel } from './address-of-model.ts';
import classes from './model-name.module.css';

/** Who is asked: its name, what answers there, and what one must know before trusting it. */
export function ModelName({ model }: { model: ModelActivity }) {
  const address = addressOfModel(model);
  return (
    <>
      <span className={classes.name}>{model.model}</span>
      {!model.offline && (
        <span className={classes.origin}>
          {model.provider} · {model.modelId}
          {address !== null && <span className={classes.address}>{address}</span>}
        </span>
      )}
      <Badges model={model} />
    </>
  );
}

function Badges({ model: { egress, offline, pausedUntil } }: { model: ModelActivity }) {
  const { t } = useTranslation();
  const { time } = useFormats();
  return (
    <span className={classes.badges}>
      <span className={classes.badge} data-egress={egress} title={t(`models.egressHelp.${egress}`)}>
        {t(`models.egress.${egress}`)}
      </span>
      {offline && (
        <span className={classes.badge} data-offline title={t('models.offlineHelp')}>
          {t('models.offline')}
        </span>
      )}
      {pausedUntil !== null && (
        <span className={classes.quiet} title={t('models.quietHelp')}>
          <PauseIcon size={12} />
          {t('models.quietUntil', { time: time(pausedUntil) })}
        </span>
      )}
    </span>
  );
}
