import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Graph, writeOnnx } from './write-onnx.ts';

const special = ['<unk>', '</s>', '<image>', '<begin>', '<end>'];
const words = [
  ...['system:', 'user:', 'assistant:', 'look', 'at', 'this', 'and', 'be', 'brief'],
  ...['the', 'disc', 'is', 'healthy', 'dry', '椎间盘', 'dark', 'bright'],
];
const vocabulary = [...special, ...words];
const size = vocabulary.length;

/** After which word which others come, and how much the model would like that. */
type Chain = Record<string, Record<string, number>>;
const story: Chain = {
  'assistant:': { the: 10 },
  the: { disc: 10 },
  disc: { is: 10 },
  is: { healthy: 10, dry: 9.5 },
  healthy: { 椎间盘: 10 },
  椎间盘: { '</s>': 10 },
  dry: { '</s>': 10 },
};

/** Says `the disc is healthy 椎间盘` and stops; the endless one begins anew. */
export function writeTinyLanguageModel(folder: string, { endless = false } = {}): void {
  writeTokenizer(folder, 'text');
  writeJson(folder, 'config.json', {
    ...textConfig,
    model_type: 'llama',
    architectures: ['LlamaForCausalLM'],
  });
  const chain = endless ? { ...story, 椎间盘: { the: 10 } } : story;
  writeGraph(folder, 'model', {
    inputs: [{ name: 'input_ids', type: 'int64', shape: ['batch', 'length'] }],
    outputs: [{ name: 'logits', type: 'float', shape: ['batch', 'length', size] }],
    weights: [{ name: 'table', shape: [size, size], floats: tableOf(chain, size) }],
    nodes: [{ op: 'Gather', inputs: ['table', 'input_ids'], outputs: ['logits'] }],
  });
}

export type Family = 'llava' | 'gemma3';

/** Says `bright` or `dark`. Of several pictures the earlier ones weigh more. */
export function writeTinyVisionLanguageModel(folder: string, family: Family): void {
  writeTokenizer(folder, family === 'llava' ? 'placeholders' : 'parts');
  writeJson(folder, 'config.json', {
    model_type: family,
    architectures: [
      family === 'llava' ? 'LlavaForConditionalGeneration' : 'Gemma3ForConditionalGeneration',
    ],
    image_token_index: special.indexOf('<image>'),
    text_config: { ...textConfig, model_type: family === 'llava' ? 'llama' : 'gemma3_text' },
    vision_config: {},
    eos_token_id: textConfig.eos_token_id,
  });
  writeJson(folder, 'processor_config.json', {
    image_token: '<image>',
    patch_size: 8,
    num_additional_image_tokens: 0,
    image_seq_length: 1,
  });
  writeJson(folder, 'preprocessor_config.json', {
    processor_class: family === 'llava' ? 'LlavaProcessor' : 'Gemma3Processor',
    image_processor_type: 'SiglipImageProcessor',
    ...{ do_resize: true, size: { height: 8, width: 8 }, resample: 2 },
    ...{ do_rescale: true, rescale_factor: 1 / 255 },
    ...{ do_normalize: true, image_mean: [0.5, 0.5, 0.5], image_std: [0.5, 0.5, 0.5] },
  });
  // A word is its place in the vocabulary; behind all of them stands how bright a picture is.
  const width = size + 1;
  const brightness = Array.from({ length: width }, (_, at) => (at === size ? 1 : 0));
  writeGraph(folder, 'embed_tokens', {
    inputs: [{ name: 'input_ids', type: 'int64', shape: ['batch', 'length'] }],
    outputs: [{ name: 'inputs_embeds', type: 'float', shape: ['batch', 'length', width] }],
    weights: [{ name: 'table', shape: [size, width], floats: identity(width).slice(0, -width) }],
    nodes: [{ op: 'Gather', inputs: ['table', 'input_ids'], outputs: ['inputs_embeds'] }],
  });
  writeGraph(folder, 'vision_encoder', {
    inputs: [{ name: 'pixel_values', type: 'float', shape: ['pictures', 3, 8, 8] }],
    outputs: [{ name: 'image_features', type: 'float', shape: ['pictures', 1, width] }],
    weights: [
      { name: 'one-token', shape: [3], int64s: [-1, 1, 1] },
      { name: 'brightness', shape: [1, width], floats: brightness },
    ],
    nodes: [
      {
        op: 'ReduceMean',
        inputs: ['pixel_values'],
        outputs: ['means'],
        ints: { axes: [1, 2, 3], keepdims: 0 },
      },
      { op: 'Reshape', inputs: ['means', 'one-token'], outputs: ['tokens'] },
      { op: 'MatMul', inputs: ['tokens', 'brightness'], outputs: ['image_features'] },
    ],
  });
  const chain = {
    'assistant:': { dark: 10, bright: 10 },
    dark: { '</s>': 10 },
    bright: { '</s>': 10 },
  };
  const fromBrightness = Array.from({ length: width * size }, () => 0);
  fromBrightness[size * size + vocabulary.indexOf('bright')] = 1;
  writeGraph(folder, 'decoder_model_merged', {
    inputs: [{ name: 'inputs_embeds', type: 'float', shape: ['batch', 'length', width] }],
    outputs: [{ name: 'logits', type: 'float', shape: ['batch', 'length', size] }],
    weights: [
      { name: 'next', shape: [width, size], floats: [...tableOf(chain, size), ...zeros(size)] },
      { name: 'seen', shape: [width, size], floats: fromBrightness },
      { name: 'along', shape: [1], int64s: [1] },
    ],
    nodes: [
      { op: 'MatMul', inputs: ['inputs_embeds', 'next'], outputs: ['fromWords'] },
      { op: 'CumSum', inputs: ['inputs_embeds', 'along'], outputs: ['soFar'] },
      { op: 'ReduceSum', inputs: ['soFar', 'along'], outputs: ['all'], ints: { keepdims: 1 } },
      { op: 'MatMul', inputs: ['all', 'seen'], outputs: ['fromPictures'] },
      { op: 'Add', inputs: ['fromWords', 'fromPictures'], outputs: ['logits'] },
    ],
  });
}

const textConfig = {
  vocab_size: size,
  eos_token_id: special.indexOf('</s>'),
  ...{ hidden_size: 8, num_attention_heads: 1, num_key_value_heads: 1 },
  ...{ num_hidden_layers: 1, head_dim: 8 },
};

/** How the chat template takes a message: as text, as text with a mark where a picture stands,
 *  or as a list of its parts. */
type Form = 'text' | 'placeholders' | 'parts';

function writeTokenizer(folder: string, form: Form): void {
  mkdirSync(path.join(folder, 'onnx'), { recursive: true });
  writeJson(folder, 'tokenizer.json', {
    version: '1.0',
    added_tokens: special.map((content, id) => ({
      ...{ id, content, special: true },
      ...{ single_word: false, lstrip: false, rstrip: false, normalized: false },
    })),
    normalizer: null,
    pre_tokenizer: { type: 'WhitespaceSplit' },
    // A text that no template has written begins with `</s>`, for the tests to see it.
    post_processor: {
      type: 'TemplateProcessing',
      single: [{ SpecialToken: { id: '</s>', type_id: 0 } }, { Sequence: { id: 'A', type_id: 0 } }],
      pair: [],
      special_tokens: {
        '</s>': { id: '</s>', ids: [special.indexOf('</s>')], tokens: ['</s>'] },
      },
    },
    decoder: null,
    model: {
      type: 'WordLevel',
      unk_token: '<unk>',
      vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
    },
  });
  const content =
    form === 'parts'
      ? "{% for part in message['content'] %}{% if part['type'] == 'image' %}<begin>{% else %}{{ part['text'] }}{% endif %} {% endfor %}"
      : "{{ message['content'] }} ";
  const template = `{% for message in messages %}{{ message['role'] }}: ${content}{% endfor %}{% if add_generation_prompt %}assistant:{% endif %}`;
  writeJson(folder, 'tokenizer_config.json', {
    tokenizer_class: 'PreTrainedTokenizerFast',
    ...{ unk_token: '<unk>', eos_token: '</s>' },
    ...{ image_token: '<image>', boi_token: '<begin>', eoi_token: '<end>' },
    ...(form === 'parts' ? {} : { chat_template: template }),
  });
  if (form === 'parts') writeFileSync(path.join(folder, 'chat_template.jinja'), template);
}

function tableOf(chain: Chain, columns: number): number[] {
  return vocabulary.flatMap(word =>
    vocabulary.slice(0, columns).map(next => chain[word]?.[next] ?? 0),
  );
}

function identity(width: number): number[] {
  return Array.from({ length: width * width }, (_, at) => (at % (width + 1) === 0 ? 1 : 0));
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}

function writeGraph(folder: string, name: string, graph: Graph): void {
  writeFileSync(path.join(folder, 'onnx', `${name}.onnx`), writeOnnx(graph));
}

function writeJson(folder: string, name: string, content: unknown): void {
  writeFileSync(path.join(folder, name), JSON.stringify(content));
}
