import { unreadable, unsupported } from '../read-errors.ts';
import type { ValueType } from '../value-type.ts';

/** As ITK has them: a long has four bytes on every machine. */
const types: Record<string, ValueType> = {
  char: 'int8',
  uchar: 'uint8',
  ascii_char: 'int8',
  short: 'int16',
  ushort: 'uint16',
  int: 'int32',
  uint: 'uint32',
  long: 'int32',
  ulong: 'uint32',
  long_long: 'int64',
  ulong_long: 'uint64',
  float: 'float32',
  double: 'float64',
};

export function metaValueType(stated: string | undefined): ValueType {
  const name = /^MET_(\w+?)(_ARRAY)?$/i.exec(stated ?? '')?.[1]?.toLowerCase();
  const type = name ? types[name] : undefined;
  if (type) return type;
  throw name
    ? unsupported('a type of values that is no plain number')
    : unreadable('it states no type of values');
}
