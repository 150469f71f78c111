import { SpinemedError } from '../../../errors/index.ts';

export function missingModel(place: string, file?: string): SpinemedError {
  return new SpinemedError({
    code: 'local-model-missing',
    mender: 'user',
    message: file ? `the local model lacks ${file}` : 'there is no such local model',
    place,
    hint:
      'A model is a folder with config.json, preprocessor_config.json for pictures, tokenizer.json ' +
      'and tokenizer_config.json for text, and onnx/….onnx; see docs/local-models.md.',
  });
}
