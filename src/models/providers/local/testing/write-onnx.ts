/** The few parts of an ONNX model that the tests need, written as protobuf by hand. The numbers
 *  in front of the fields are those of onnx.proto3. */
export type Value = { name: string; type: 'float' | 'int64'; shape: (number | string)[] };
export type Node = {
  op: string;
  inputs: string[];
  outputs: string[];
  ints?: Record<string, number | number[]>;
};
export type Weights = { name: string; shape: number[]; floats?: number[]; int64s?: number[] };
export type Graph = { inputs: Value[]; outputs: Value[]; nodes: Node[]; weights: Weights[] };

const elementTypes = { float: 1, int64: 7 } as const;
const attributeTypes = { int: 2, ints: 7 } as const;

export function writeOnnx(graph: Graph): Buffer {
  return message(
    number(1, 8),
    bytes(8, message(text(1, ''), number(2, 17))),
    bytes(
      7,
      message(
        ...graph.nodes.map(node => bytes(1, writeNode(node))),
        text(2, 'tiny'),
        ...graph.weights.map(weights => bytes(5, writeWeights(weights))),
        ...graph.inputs.map(value => bytes(11, writeValue(value))),
        ...graph.outputs.map(value => bytes(12, writeValue(value))),
      ),
    ),
  );
}

function writeNode({ op, inputs, outputs, ints = {} }: Node): Buffer {
  return message(
    ...inputs.map(name => text(1, name)),
    ...outputs.map(name => text(2, name)),
    text(4, op),
    ...Object.entries(ints).map(([name, value]) =>
      bytes(
        5,
        Array.isArray(value)
          ? message(
              text(1, name),
              ...value.map(one => number(8, one)),
              number(20, attributeTypes.ints),
            )
          : message(text(1, name), number(3, value), number(20, attributeTypes.int)),
      ),
    ),
  );
}

function writeWeights({ name, shape, floats, int64s = [] }: Weights): Buffer {
  const raw = floats
    ? new Uint8Array(Float32Array.from(floats).buffer)
    : new Uint8Array(BigInt64Array.from(int64s, BigInt).buffer);
  return message(
    ...shape.map(size => number(1, size)),
    number(2, floats ? elementTypes.float : elementTypes.int64),
    text(8, name),
    bytes(9, raw),
  );
}

function writeValue({ name, type, shape }: Value): Buffer {
  const sizes = shape.map(size =>
    bytes(1, message(typeof size === 'number' ? number(1, size) : text(2, size))),
  );
  const tensor = message(number(1, elementTypes[type]), bytes(2, message(...sizes)));
  return message(text(1, name), bytes(2, message(bytes(1, tensor))));
}

const message = (...fields: Buffer[]): Buffer => Buffer.concat(fields);
const number = (field: number, value: number): Buffer =>
  Buffer.concat([varint(field * 8), varint(value)]);
const text = (field: number, value: string): Buffer => bytes(field, Buffer.from(value));
const bytes = (field: number, value: Uint8Array): Buffer =>
  Buffer.concat([varint(field * 8 + 2), varint(value.length), value]);

function varint(value: number): Buffer {
  const digits: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const more = rest > 127n ? 128 : 0;
    digits.push(Number(rest & 127n) | more);
    rest >>= 7n;
  } while (rest > 0n);
  return Buffer.from(digits);
}
