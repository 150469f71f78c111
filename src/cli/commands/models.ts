import type { Command } from 'commander';
import type { ListedModel } from '../../models/index.ts';
import { print, printJson } from '../print.ts';
import { table } from '../table.ts';

type Options = { config?: string; baseUrl?: string; json: boolean };

export function models(program: Command): void {
  const command = program
    .command('models')
    .option('--config <file>', 'a spinemed.yaml (else the nearest one)')
    .option('--json', 'as JSON', false)
    .description('The models that are configured: where they run, what they cost, what they do.')
    .addHelpText(
      'after',
      '\nExamples:  ./spinemed models\n           ./spinemed models try house\n           ./spinemed models try Qwen2.5-VL-7B --base-url http://127.0.0.1:8000/v1',
    )
    .action(async (options: Options) => {
      const { readModelSettings } = await import('../../config/index.ts');
      const { listModels } = await import('../../models/index.ts');
      const list = listModels(readModelSettings(options.config));
      if (options.json) printJson(list);
      else print(describe(list));
    });
  command
    .command('try')
    .argument('<model>', 'its name in spinemed.yaml, provider/model, or its name at --base-url')
    .option('--base-url <url>', 'an OpenAI-compatible server')
    .description('Asks a model one small question of ours, without any data of yours.')
    .addHelpText(
      'after',
      '\nExample:  ./spinemed models try house\n\nAlso takes --config FILE and --json, before or behind `try`.',
    )
    .action(async (name: string, _: object, inner: Command) => {
      const { tryModel } = await import('../try-model.ts');
      await tryModel(name, inner.optsWithGlobals<Options>());
    });
}

function describe(list: readonly ListedModel[]): string {
  return table(
    ['model', 'runs', 'USD a million in / out', 'price from', 'at once', 'roles'],
    list.map(
      ({
        name,
        provider,
        model,
        egress,
        mode,
        price,
        priceFrom,
        limits,
        roles,
        offline,
        clinicalException,
      }) => [
        offline ? `${name} (classical methods, no model)` : `${name} (${provider} ${model})`,
        [
          egress,
          ...(mode === 'batch' ? ['in batches'] : []),
          ...(clinicalException ? ['clinical data by exception'] : []),
        ].join(', '),
        price ? `${price.inputPerMillionUsd} / ${price.outputPerMillionUsd}` : 'unknown',
        priceFrom,
        mode === 'batch' ? '-' : String(limits.concurrency),
        [...roles, ...(offline ? ['every role without a model'] : [])].join(', ') || '-',
      ],
    ),
  );
}
