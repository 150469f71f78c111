/** An ONNX model of one MatMul: onnxruntime multiplies at the speed of the processor. Written
 *  here because it is the whole of it, and a file to load would be one more thing to lose. */
export function matmulModel(): Uint8Array {
  const tensor = (name: string) => message(bytes(1, name), message2(2, tensorType()));
  const node = message(bytes(1, 'a'), bytes(1, 'b'), bytes(2, 'c'), bytes(4, 'MatMul'));
  const graph = message(
    message2(1, node),
    bytes(2, 'similarity'),
    message2(11, tensor('a')),
    message2(11, tensor('b')),
    message2(12, tensor('c')),
  );
  const opset = message(bytes(1, ''), varint(2, 13));
  return message(varint(1, 8), message2(7, graph), message2(8, opset));
}

/** float, of two dimensions that nobody knows beforehand. */
function tensorType(): Uint8Array {
  const shape = message(message2(1, bytes(2, 'n')), message2(1, bytes(2, 'm')));
  return message2(1, message(varint(1, 1), message2(2, shape)));
}

const message = (...fields: Uint8Array[]) => Buffer.concat(fields);
const message2 = (field: number, content: Uint8Array) =>
  Buffer.concat([Buffer.from([(field << 3) | 2, ...varintBytes(content.length)]), content]);
const bytes = (field: number, text: string) => message2(field, Buffer.from(text));
const varint = (field: number, value: number) => Buffer.from([field << 3, ...varintBytes(value)]);

function varintBytes(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varintBytes(value >>> 7)];
}
