import { useTranslation } from 'react-i18next';
import type { ModelActivity } from '../../../src/contracts/overview/index.ts';
import { useFormats } from '../language/use-formats.ts';
import { costKnown } from './cost-known.ts';
import { ModelName } from './model-name.tsx';
import classes from './models-panel.module.css';
import { RefusedCount } from './refused-count.tsx';

const counts = ['answered', 'fromLog', 'lost', 'rejected'] as const;

export function ModelRow({ model }: { model: ModelActivity }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { inFlight, refused } = model;
  return (
    <tr>
      <th scope="row">
        <ModelName model={model} />
      </th>
      <td
        data-kind="underWay"
        data-label={t('models.underWay')}
        data-zero={inFlight === 0 || undefined}
      >
        <span className={classes.live} aria-hidden="true" />
        {number(inFlight)}
      </td>
      {counts.map(kind => (
        <td
          key={kind}
          data-kind={kind}
          data-label={t(`models.${kind}`)}
          data-zero={model[kind] === 0 || undefined}
        >
          {number(model[kind])}
        </td>
      ))}
      <td data-label={t('models.refused')} data-zero={refused === 0 || undefined}>
        <RefusedCount count={refused} />
      </td>
      <Tokens model={model} />
      <Cost model={model} />
    </tr>
  );
}

function Tokens({ model: { inputTokens, outputTokens } }: { model: ModelActivity }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  if (inputTokens === 0 && outputTokens === 0)
    return (
      <td data-kind="tokens" data-label={t('models.tokens')} data-zero>
        {number(0)}
      </td>
    );
  return (
    <td data-kind="tokens" data-label={t('models.tokens')}>
      <span>{t('models.tokensIn', { figure: number(inputTokens) })}</span>
      <span>{t('models.tokensOut', { figure: number(outputTokens) })}</span>
    </td>
  );
}

function Cost({ model }: { model: ModelActivity }) {
  const { t } = useTranslation();
  const { number, usd } = useFormats();
  const known = costKnown(model);
  const unpriced = { count: model.unpriced, figure: number(model.unpriced) };
  const none = known === 'all' && model.usd === 0;
  return (
    <td data-kind="cost" data-label={t('models.cost')} data-zero={none || undefined}>
      <span>{known === 'none' ? t('overview.unknownCost') : usd(model.usd)}</span>
      {known === 'part' && <small>{t('models.andUnpriced', unpriced)}</small>}
      {known === 'none' && <small>{t('models.unpriced', unpriced)}</small>}
    </td>
  );
}
